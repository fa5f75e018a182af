package dev.docket.job;

import java.time.Instant;

/**
 * The audit line of a cancel that won.
 *
 * @param requestedAt when it took effect
 * @param reason what the caller gave, or null
 * @param outcome always {@code cancelled} today
 * @param workStarted whether an executor held the job at that moment
 * @param stoppedAt when the executor confirmed that the work had stopped; null until then, or if none ran
 * @param bulkCancel the bulk cancel that it was a part of; null for a cancel of this job alone
 */
public record Cancellation(
        Instant requestedAt,
        String reason,
        String outcome,
        boolean workStarted,
        Instant stoppedAt,
        BulkCancelId bulkCancel) {}
