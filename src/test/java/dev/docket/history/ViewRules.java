package dev.docket.history;

import dev.docket.job.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What every answer must be like, whatever the other ones say. */
final class ViewRules {
    private static final long LIFETIME = Duration.ofDays(7).toSeconds();

    private ViewRules() {}

    static Optional<Violation> check(JobHistory history) {
        return history.operations().stream()
                .filter(operation -> operation.view() != null)
                .flatMap(operation ->
                        fault(operation.view())
                                .map(fault -> new Violation(fault, history.with(List.of(operation))))
                                .stream())
                .findFirst();
    }

    private static Optional<String> fault(JobView view) {
        if ((view.completedAt() != null) == view.status().isLive()) {
            return Optional.of("completed_at is there exactly when the job has ended");
        }
        if ((view.errorCode() != null) != (view.status() == JobStatus.FAILED)) {
            return Optional.of("There is an error exactly when the job failed");
        }
        if (hasRun(view.status()) && view.startedAt() == null) {
            return Optional.of("A job that runs or has run says when it started");
        }
        if (view.startedAt() != null && view.startedAt() < generationBegan(view)
                || view.completedAt() != null && view.completedAt() < start(view)) {
            return Optional.of("A job starts and ends in its own generation, in this order");
        }
        return view.more() == null ? Optional.empty() : fault(view.status(), view.more());
    }

    private static Optional<String> fault(JobStatus status, JobView.More more) {
        if (more.response() != (status == JobStatus.COMPLETED)) {
            return Optional.of("There is a response exactly when the job completed");
        }
        boolean isCancelled = status == JobStatus.CANCELLED;
        if (more.cancelled() != isCancelled || (more.cancellation() != null) != isCancelled) {
            return Optional.of("There is a cancellation exactly when the job was cancelled");
        }
        if (isCancelled
                && !more.cancellation().workStarted()
                && more.cancellation().stoppedAt() != null) {
            return Optional.of("Work that had not begun does not stop");
        }
        return hasRun(status) && more.attempts() == 0
                ? Optional.of("A job that runs or has run counts an attempt")
                : Optional.empty();
    }

    private static boolean hasRun(JobStatus status) {
        return status == JobStatus.IN_PROGRESS || status == JobStatus.COMPLETED || status == JobStatus.FAILED;
    }

    private static long start(JobView view) {
        return view.startedAt() == null ? generationBegan(view) : view.startedAt();
    }

    /** The create or the last retry set the time of expiry. */
    private static long generationBegan(JobView view) {
        return view.expiresAt() - LIFETIME;
    }
}
