package dev.docket.job;

import java.time.Instant;

/**
 * A job as its owner may see it, all but the bodies.
 *
 * @param status what is shown: a finished job past {@code expiresAt} is {@code expired} whatever it was
 * @param seq the position in lists, rising in the order of creation
 * @param endpoint the path of the wrapped call
 * @param metadata the metadata object as JSON text in the order it was sent, or null
 * @param error set exactly on a failed job
 * @param responseStatus the status code of the answer, set exactly on a completed job
 * @param request where the request's bytes are
 * @param response where the answer's bytes are; null unless completed and not expired
 * @param cancellation set on a job that was cancelled since its last retry, else null
 * @param limits what its creator asked for
 */
public record Job(
        JobId id,
        String organization,
        long seq,
        JobStatus status,
        String endpoint,
        Instant createdAt,
        Instant startedAt,
        Instant completedAt,
        Instant expiresAt,
        String metadata,
        JobError error,
        Integer responseStatus,
        BodyRef request,
        BodyRef response,
        Cancellation cancellation,
        int attemptCount,
        Instant lastAttemptAt,
        String lastFailureCode,
        TimeLimits limits) {}
