package dev.docket.store;

import dev.docket.job.JobId;

/**
 * One run of one job. The claim fences it: no later run has the same.
 *
 * @param claim the number of the claim that began the run
 */
public record RunRef(String organization, JobId job, int claim) {}
