package dev.docket.job;

import java.time.Instant;
import java.util.Map;

/**
 * A cancel of many jobs: what was asked for, and how far the work has come.
 *
 * @param completedAt when every job had its outcome; null while the work goes on
 * @param reason kept in each job's cancellation, or null
 * @param onlyIfQueued whether jobs whose work has begun are left alone
 * @param requested how many jobs were named; null when a filter describes them
 * @param filter the filter as it was sent, JSON text; null when jobs were named
 * @param outcomes how many jobs have which outcome so far; every outcome is there
 * @param pending jobs that were found but are in another writer's hands; they get their outcome soon
 */
public record BulkCancel(
        BulkCancelId id,
        String organization,
        Instant createdAt,
        Instant completedAt,
        String reason,
        boolean onlyIfQueued,
        Integer requested,
        String filter,
        Map<BulkOutcome, Integer> outcomes,
        int pending) {
    public boolean isCompleted() {
        return completedAt != null;
    }
}
