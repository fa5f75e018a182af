package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import java.util.List;

/**
 * A page of a list, in the order asked for.
 *
 * @param hasMore whether there are, or may be, jobs beyond this page in the direction of travel
 * @param hasBefore whether there are jobs on the other side
 * @param reached the last job that was looked at, when the page ended before it was full; else null
 */
public record JobPage(List<Job> jobs, boolean hasMore, boolean hasBefore, JobId reached) {}
