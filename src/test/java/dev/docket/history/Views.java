package dev.docket.history;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobStatus;
import java.time.Duration;

/** Jobs as answers show them, in their first, second … generation; each generation a hundred seconds after the last. */
final class Views {
    private static final long LIFETIME = Duration.ofDays(7).toSeconds();
    private static final long CREATED = 1_000;

    private Views() {}

    static JobView queued(int generation, int attempts) {
        return view(JobStatus.QUEUED, generation, null, attempts, null);
    }

    static JobView running(int generation, int attempts) {
        return view(JobStatus.IN_PROGRESS, generation, null, attempts, null);
    }

    static JobView completed(int generation, int attempts) {
        return view(JobStatus.COMPLETED, generation, null, attempts, null);
    }

    static JobView failed(int generation, int attempts) {
        return failed(generation, attempts, ErrorCode.DOCUMENT_DAMAGED);
    }

    static JobView failed(int generation, int attempts, ErrorCode code) {
        return view(JobStatus.FAILED, generation, code.wire(), attempts, null);
    }

    /** Cancelled while it waited. */
    static JobView cancelled(int generation, int attempts, String reason) {
        return view(JobStatus.CANCELLED, generation, null, attempts, new JobView.Cancellation(reason, false, null));
    }

    /** Cancelled at work. */
    static JobView stopped(int generation, int attempts, String reason, Long stoppedAt) {
        JobView.Cancellation how = new JobView.Cancellation(reason, true, stoppedAt);
        return view(JobStatus.CANCELLED, generation, null, attempts, how);
    }

    /** As the status route shows it. */
    static JobView light(JobView view) {
        return new JobView(
                view.status(),
                view.createdAt(),
                view.startedAt(),
                view.completedAt(),
                view.expiresAt(),
                view.errorCode(),
                null);
    }

    private static JobView view(
            JobStatus status, int generation, String error, int attempts, JobView.Cancellation cancellation) {
        long began = CREATED + 100L * generation;
        boolean hasRun = status == JobStatus.CANCELLED ? cancellation.workStarted() : status != JobStatus.QUEUED;
        return new JobView(
                status,
                CREATED,
                hasRun ? began + 1 : null,
                status.isLive() ? null : began + 2,
                began + LIFETIME,
                error,
                new JobView.More(attempts, status == JobStatus.COMPLETED, cancellation != null, cancellation));
    }
}
