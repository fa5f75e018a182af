package dev.docket.history;

import dev.docket.job.JobStatus;
import java.time.Duration;

/** The row of a simulated job: what the service would store, with none of what the model leaves open left open. */
final class SimulatedRow implements Cloneable {
    private static final long LIFETIME = Duration.ofDays(7).toSeconds();

    JobStatus status = JobStatus.QUEUED;
    int attempts;
    int attemptsLeft = 3;
    int generation;
    long createdAt;
    Long startedAt;
    Long completedAt;
    long expiresAt;
    String error;
    String reason;
    boolean workStarted;
    Long stoppedAt;
    String cancelToken;
    String retryToken;

    SimulatedRow(long now) {
        createdAt = now;
        expiresAt = now + LIFETIME;
    }

    SimulatedRow copy() {
        try {
            return (SimulatedRow) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void claim(long now) {
        status = JobStatus.IN_PROGRESS;
        attempts++;
        attemptsLeft--;
        startedAt = startedAt == null ? Long.valueOf(now) : startedAt;
    }

    void end(JobStatus end, String code, long now) {
        status = end;
        error = code;
        completedAt = now;
    }

    void cancel(Call.Cancel call, String token, long now) {
        workStarted = status == JobStatus.IN_PROGRESS;
        end(JobStatus.CANCELLED, null, now);
        reason = call.reason();
        stoppedAt = null;
        cancelToken = token;
    }

    void retry(String token, long now) {
        status = JobStatus.QUEUED;
        generation++;
        attemptsLeft = 3;
        startedAt = null;
        completedAt = null;
        expiresAt = now + LIFETIME;
        error = null;
        reason = null;
        stoppedAt = null;
        retryToken = token;
    }

    JobView view() {
        boolean cancelled = status == JobStatus.CANCELLED;
        return new JobView(
                status,
                createdAt,
                startedAt,
                completedAt,
                expiresAt,
                error,
                new JobView.More(
                        attempts,
                        status == JobStatus.COMPLETED,
                        cancelled,
                        cancelled ? new JobView.Cancellation(reason, workStarted, stoppedAt) : null));
    }
}
