package dev.docket.store;

import dev.docket.job.Job;
import java.util.List;

/**
 * A page of a list, in the order asked for.
 *
 * @param hasMore whether there are jobs beyond this page in the direction of travel
 * @param hasBefore whether there are jobs on the other side
 */
public record JobPage(List<Job> jobs, boolean hasMore, boolean hasBefore) {}
