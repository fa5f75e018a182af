package dev.docket.store;

import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import java.time.Duration;
import java.util.List;

/**
 * A job to be stored.
 *
 * @param id made before the first try, so that a repeated try finds what the first one did
 * @param validated whether the request needs no resolving, so that the job starts {@code queued}
 * @param request the bytes of the request as they were sent
 * @param metadata the metadata object as JSON text, or null
 * @param model {@code request.model}, or null
 * @param projectId {@code request.project_id}, or null
 * @param lifetime from creation to {@code expires_at}
 * @param attempts how many times it may be run
 * @param limits what the caller asked for
 * @param startWithin how long it may wait for its first start, or null for as long as it lives
 * @param key the idempotency key, or null
 * @param traceparent what its runs are linked to, or null
 */
public record NewJob(
        JobId id,
        String organization,
        String endpoint,
        boolean validated,
        Payload request,
        String metadata,
        String model,
        String projectId,
        List<String> filenames,
        List<String> documentTypes,
        Duration lifetime,
        int attempts,
        TimeLimits limits,
        Duration startWithin,
        IdempotencyKey key,
        String traceparent) {
    /** In bytes; larger requests are written alone, so that no small one waits for their transfer. */
    private static final int LARGEST_SHARED = 64 * 1024;

    /** The same, created by a call that is traced so; null for none. */
    public NewJob createdBy(String trace) {
        return new NewJob(
                id,
                organization,
                endpoint,
                validated,
                request,
                metadata,
                model,
                projectId,
                filenames,
                documentTypes,
                lifetime,
                attempts,
                limits,
                startWithin,
                key,
                trace);
    }

    /**
     * Whether it may be stored in one statement with others. A keyed create may have to wait for another one's commit,
     * and nobody else's may wait with it.
     */
    public boolean canShare() {
        return key == null && request.length() <= LARGEST_SHARED;
    }
}
