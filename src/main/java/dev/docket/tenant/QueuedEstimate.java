package dev.docket.tenant;

/**
 * What one process believes of one organization's queue: the last count, and its own creates since that count began.
 * A create during the count may be counted twice, and one not yet committed when it began may be missed, until the
 * next.
 */
final class QueuedEstimate {
    private long counted;
    private long admitted;
    private long countedAt;
    private boolean everCounted;
    private boolean counting;

    /** Whether the caller should count now. Only one caller at a time is told so, once there is a first count. */
    synchronized boolean claimCount(long now, long maxAge) {
        boolean stale = !everCounted || now - countedAt >= maxAge;
        if (!stale || counting && everCounted) {
            return false;
        }
        counting = true;
        return true;
    }

    synchronized long admittedSoFar() {
        return admitted;
    }

    /** Takes a count that was begun when {@code admittedBefore} jobs had been admitted. */
    synchronized void take(long count, long admittedBefore, long now) {
        counted = count;
        admitted = Math.max(0, admitted - admittedBefore);
        countedAt = now;
        everCounted = true;
        counting = false;
    }

    synchronized void abandonCount() {
        counting = false;
    }

    synchronized long total() {
        return counted + admitted;
    }

    /** Adds jobs if they fit under the limit. */
    synchronized boolean admit(int jobs, long limit) {
        if (total() + jobs > limit) {
            return false;
        }
        admitted += jobs;
        return true;
    }
}
