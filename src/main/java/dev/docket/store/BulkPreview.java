package dev.docket.store;

import dev.docket.job.BulkOutcome;
import dev.docket.job.JobStatus;
import java.util.Map;

/**
 * What a bulk cancel would do now.
 *
 * @param byStatus the jobs that it would cancel, by their live states
 * @param outcomes the jobs by what it would do about them; every outcome is there
 * @param atLeast whether the counting ended at its bound, so that there may be more
 */
public record BulkPreview(Map<JobStatus, Integer> byStatus, Map<BulkOutcome, Integer> outcomes, boolean atLeast) {}
