package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.Cancellation;
import dev.docket.job.Job;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.job.TimeLimits;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A job as the view {@code job_shown} shows it. Read only: every change of a job is a statement of its own verb. */
@Entity
@Immutable
@Table(name = "job_shown")
// Named, so that it is parsed at start-up and not by the first caller's event loop.
@NamedQuery(name = "JobEntity.owned", query = "from JobEntity j where j.organization = :organization and j.id = :id")
class JobEntity {
    @Id
    String id;

    @Column(name = "organization_id")
    String organization;

    long seq;
    String status;
    String endpoint;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "completed_at")
    Instant completedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    String metadata;

    @Column(name = "error_code")
    String errorCode;

    @Column(name = "error_message")
    String errorMessage;

    @Column(name = "error_details")
    String errorDetails;

    @Column(name = "request_bucket")
    int requestBucket;

    @Column(name = "request_bytes")
    int requestBytes;

    @Column(name = "response_bucket")
    Integer responseBucket;

    @Column(name = "response_bytes")
    Integer responseBytes;

    @Column(name = "response_status")
    Integer responseStatus;

    int claim;

    @Column(name = "cancel_requested_at")
    Instant cancelRequestedAt;

    @Column(name = "cancel_reason")
    String cancelReason;

    @Column(name = "work_started")
    Boolean workStarted;

    @Column(name = "work_stopped_at")
    Instant workStoppedAt;

    @Column(name = "attempt_count")
    int attemptCount;

    @Column(name = "last_attempt_at")
    Instant lastAttemptAt;

    @Column(name = "last_failure_code")
    String lastFailureCode;

    @Column(name = "execution_seconds")
    Double executionSeconds;

    @Column(name = "queue_seconds")
    Double queueSeconds;

    @Column(name = "cancel_bulk_id")
    String cancelBulkId;

    Job toJob() {
        JobStatus shown = JobStatus.ofWire(status).orElseThrow();
        JobId job = new JobId(id);
        boolean completed = shown == JobStatus.COMPLETED;
        return new Job(
                job,
                organization,
                seq,
                shown,
                endpoint,
                createdAt,
                startedAt,
                completedAt,
                expiresAt,
                metadata,
                shown == JobStatus.FAILED ? error() : null,
                completed ? responseStatus : null,
                new BodyRef(requestBucket, organization, job, 0, requestBytes),
                completed ? new BodyRef(responseBucket, organization, job, claim, responseBytes) : null,
                cancellation(),
                attemptCount,
                lastAttemptAt,
                lastFailureCode,
                new TimeLimits(executionSeconds, queueSeconds));
    }

    private JobError error() {
        return new JobError(
                errorCode, errorMessage, errorDetails == null ? null : new JsonObject(errorDetails).getMap());
    }

    private Cancellation cancellation() {
        return cancelRequestedAt == null
                ? null
                : new Cancellation(
                        cancelRequestedAt,
                        cancelReason,
                        JobStatus.CANCELLED.wire(),
                        workStarted,
                        workStoppedAt,
                        JobRow.bulkCancel(cancelBulkId));
    }
}
