package dev.docket.history;

import dev.docket.job.JobStatus;

/**
 * A job as an answer showed it; times in whole seconds of the database's clock.
 *
 * @param errorCode null without an error
 * @param more what the light view leaves out, or null
 */
record JobView(
        JobStatus status,
        long createdAt,
        Long startedAt,
        Long completedAt,
        long expiresAt,
        String errorCode,
        More more) {
    /** @param cancellation null unless cancelled */
    record More(int attempts, boolean response, boolean cancelled, Cancellation cancellation) {}

    /** @param stoppedAt null until the work is known to have stopped */
    record Cancellation(String reason, boolean workStarted, Long stoppedAt) {}

    /** Null when the view does not tell, or tells of none. */
    Cancellation cancellation() {
        return more == null ? null : more.cancellation();
    }
}
