package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.Objects;

/**
 * A job in the sequential model: as much of its row as an answer can tell.
 *
 * @param status null before the create
 * @param attemptsLeft how often it may still be claimed in this generation
 * @param failure the error's code, set exactly on a failed job
 * @param stop set exactly on a cancelled job
 */
record JobState(
        JobStatus status, int attempts, int attemptsLeft, Times times, String failure, Stop stop, Tokens tokens) {
    static final int ATTEMPTS = 3;
    static final JobState NOT_THERE = new JobState(null, 0, 0, Times.NONE, null, null, new Tokens(null, null, null));

    /** Which call was the last to create, to cancel and to retry the job: a repeated call is known by it. */
    record Tokens(String create, String cancel, String retry) {}

    static JobState born(String token) {
        Tokens tokens = new Tokens(token, null, null);
        return new JobState(JobStatus.QUEUED, 0, ATTEMPTS, Times.born(), null, null, tokens);
    }

    boolean isThere() {
        return status != null;
    }

    boolean isLive() {
        return isThere() && status.isLive();
    }

    boolean isFinal() {
        return isThere() && !status.isLive();
    }

    JobState claimed() {
        return new JobState(JobStatus.IN_PROGRESS, attempts + 1, attemptsLeft - 1, times.run(), null, null, tokens);
    }

    /** Its run was lost, or has to be tried again. */
    JobState backInQueue() {
        return new JobState(JobStatus.QUEUED, attempts, attemptsLeft, times, null, null, tokens);
    }

    JobState completed() {
        return new JobState(JobStatus.COMPLETED, attempts, attemptsLeft, times.over(), null, null, tokens);
    }

    JobState failed(String code) {
        return new JobState(JobStatus.FAILED, attempts, attemptsLeft, times.over(), code, null, tokens);
    }

    JobState cancelled(String reason, String token) {
        Stop now = new Stop(reason, status == JobStatus.IN_PROGRESS, Mark.NONE);
        Tokens by = new Tokens(tokens.create, token, tokens.retry);
        return new JobState(JobStatus.CANCELLED, attempts, attemptsLeft, times.over(), null, now, by);
    }

    JobState workStopped() {
        return new JobState(status, attempts, attemptsLeft, times, failure, stop.confirmed(), tokens);
    }

    JobState retried(String token) {
        Tokens by = new Tokens(tokens.create, tokens.cancel, token);
        return new JobState(JobStatus.QUEUED, attempts, ATTEMPTS, times.again(), null, null, by);
    }

    /** This state after an answer showed it as that view; null when it cannot be shown so. */
    JobState shownAs(JobView view) {
        if (status != view.status() || !Objects.equals(failure, view.errorCode())) {
            return null;
        }
        Times sawTimes = times.shownAs(view);
        Stop sawStop = stop == null || view.more() == null ? stop : shownStop(view);
        boolean agree = sawTimes != null && (stop == null) == (sawStop == null) && agrees(view.more());
        return agree ? new JobState(status, attempts, attemptsLeft, sawTimes, failure, sawStop, tokens) : null;
    }

    private Stop shownStop(JobView view) {
        return view.cancellation() == null ? null : stop.shownAs(view.cancellation());
    }

    private boolean agrees(JobView.More more) {
        return more == null || attempts == more.attempts() && (stop == null) == (more.cancellation() == null);
    }
}
