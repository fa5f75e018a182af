package dev.docket.store;

import dev.docket.job.JobId;

/**
 * A wish to cancel.
 *
 * @param token the same for every try of the same call, and for a repeated call with the same idempotency key
 * @param reason why, at most 512 characters, or null
 * @param onlyIfQueued leave a job alone whose run has begun
 */
public record CancelRequest(String organization, JobId job, String token, String reason, boolean onlyIfQueued) {}
