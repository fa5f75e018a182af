package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.BulkCancelId;
import dev.docket.job.Cancellation;
import dev.docket.job.Job;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.job.TimeLimits;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads a job out of a row. */
final class JobRow {
    /** What a statement selects from {@code job j} and {@code job_facts f} to answer with a job. */
    static final String COLUMNS = columns("clock_timestamp()");

    private static final String AS_OF = """
            j.organization_id, j.id, j.seq,
            case when j.expires_at <= %s then 'expired' else j.status end as status,
            j.endpoint, j.created_at, j.started_at, j.completed_at, j.expires_at, f.metadata,
            j.error_code, j.error_message, j.error_details,
            j.request_bucket, j.request_bytes, j.response_bucket, j.response_bytes, j.response_status, j.claim,
            j.cancel_requested_at, j.cancel_reason, j.work_started, j.work_stopped_at,
            j.attempt_count, j.last_attempt_at, j.last_failure_code, j.execution_seconds, j.queue_seconds,
            case when starts_with(j.cancel_token, 'bulk:') then substr(j.cancel_token, 6) end as cancel_bulk_id
            """;

    private JobRow() {}

    /** The same, with the time that expiries are judged by. */
    static String columns(String moment) {
        return AS_OF.formatted(moment);
    }

    static Job read(Row row) {
        JobStatus status = status(row.getString("status"));
        JobId id = new JobId(row.getString("id"));
        String organization = row.getString("organization_id");
        return new Job(
                id,
                organization,
                row.getLong("seq"),
                status,
                row.getString("endpoint"),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                instant(row, "expires_at"),
                row.getString("metadata"),
                status == JobStatus.FAILED ? error(row) : null,
                status == JobStatus.COMPLETED ? row.getInteger("response_status") : null,
                new BodyRef(row.getInteger("request_bucket"), organization, id, 0, row.getInteger("request_bytes")),
                status == JobStatus.COMPLETED ? response(row, organization, id) : null,
                cancellation(row),
                row.getInteger("attempt_count"),
                instant(row, "last_attempt_at"),
                row.getString("last_failure_code"),
                new TimeLimits(row.getDouble("execution_seconds"), row.getDouble("queue_seconds")));
    }

    static JobStatus status(String wire) {
        return JobStatus.ofWire(wire).orElseThrow(() -> new IllegalStateException("unknown status " + wire));
    }

    static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static BodyRef response(Row row, String organization, JobId id) {
        return new BodyRef(
                row.getInteger("response_bucket"),
                organization,
                id,
                row.getInteger("claim"),
                row.getInteger("response_bytes"));
    }

    private static JobError error(Row row) {
        String details = row.getString("error_details");
        return new JobError(
                row.getString("error_code"),
                row.getString("error_message"),
                details == null ? null : new JsonObject(details).getMap());
    }

    private static Cancellation cancellation(Row row) {
        Instant requestedAt = instant(row, "cancel_requested_at");
        return requestedAt == null
                ? null
                : new Cancellation(
                        requestedAt,
                        row.getString("cancel_reason"),
                        JobStatus.CANCELLED.wire(),
                        row.getBoolean("work_started"),
                        instant(row, "work_stopped_at"),
                        bulkCancel(row.getString("cancel_bulk_id")));
    }

    static BulkCancelId bulkCancel(String id) {
        return id == null ? null : new BulkCancelId(id);
    }
}
