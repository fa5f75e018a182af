package dev.docket.store;

import dev.docket.job.JobId;

/**
 * Which part of a list is asked for. At most one of the cursors is set.
 *
 * @param after the last job of the page before, or null
 * @param before the first job of the page behind, or null
 * @param newestFirst the order of the list
 * @param limit 1 to 100 jobs
 */
public record PageRequest(JobId after, JobId before, boolean newestFirst, int limit) {
    /** Whether jobs are read from newer to older ones, to be shown in either order. */
    boolean isDescending() {
        return newestFirst == (before == null);
    }
}
