package dev.docket.store;

import dev.docket.job.BulkCancelId;

/**
 * A bulk cancel to be stored.
 *
 * @param id made before the first try, so that a try whose answer was lost finds its own row
 * @param reason why, at most 512 characters, or null
 * @param onlyIfQueued leave jobs alone whose run has begun
 * @param key what makes a repeated call the same one, or null
 */
public record NewBulkCancel(
        BulkCancelId id,
        String organization,
        BulkTarget target,
        String reason,
        boolean onlyIfQueued,
        IdempotencyKey key) {}
