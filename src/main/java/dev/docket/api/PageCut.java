package dev.docket.api;

import java.util.List;

/** Ends a page early when its bodies go over a budget. */
final class PageCut {
    private PageCut() {}

    /** The jobs that fit, counted from the end that the reader comes from; the first one always fits. */
    static List<JobDocument> fitting(List<JobDocument> jobs, long budget, boolean backwards) {
        int count = 0;
        long bytes = 0;
        while (count < jobs.size()) {
            bytes += jobs.get(backwards ? jobs.size() - 1 - count : count).bodyBytes();
            if (count > 0 && bytes > budget) {
                break;
            }
            count++;
        }
        return backwards ? jobs.subList(jobs.size() - count, jobs.size()) : jobs.subList(0, count);
    }
}
