package dev.docket.functional.intake;

import dev.docket.job.BodyRef;
import dev.docket.job.Cancellation;
import dev.docket.job.Job;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.job.TimeLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Makes jobs whose bodies are stored. */
final class Jobs {
    static final Instant CREATED = Instant.ofEpochSecond(1705420800, 999_999_999);

    private final StoredBodies bodies;

    Jobs(StoredBodies bodies) {
        this.bodies = bodies;
    }

    Job queued(String request) {
        JobId id = JobId.fresh();
        return job(id, JobStatus.QUEUED, null, request(id, request), null, null);
    }

    Job completed(String request, String response) {
        JobId id = JobId.fresh();
        BodyRef answer = bodies.store(id, 1, response.getBytes(StandardCharsets.UTF_8));
        return job(id, JobStatus.COMPLETED, null, request(id, request), answer, null);
    }

    Job failed(JobError error) {
        JobId id = JobId.fresh();
        return job(id, JobStatus.FAILED, error, request(id, "{}"), null, null);
    }

    Job cancelled(Cancellation cancellation) {
        JobId id = JobId.fresh();
        return job(id, JobStatus.CANCELLED, null, request(id, "{}"), null, cancellation);
    }

    private BodyRef request(JobId id, String text) {
        return bodies.store(id, 0, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Job job(
            JobId id, JobStatus status, JobError error, BodyRef request, BodyRef response, Cancellation cancellation) {
        Instant ended = status.isLive() ? null : CREATED.plusSeconds(9);
        return new Job(
                id,
                "org_1",
                7,
                status,
                "/v1/documents/parse",
                CREATED,
                null,
                ended,
                CREATED.plusSeconds(604_800),
                "{\"b\":\"1\",\"a\":\"é\"}",
                error,
                response == null ? null : 200,
                request,
                response,
                cancellation,
                2,
                null,
                error == null ? null : error.code(),
                TimeLimits.NONE);
    }
}
