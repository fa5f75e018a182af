package dev.docket.executor;

import dev.docket.endpoint.Work;
import dev.docket.job.JobStatus;
import dev.docket.store.ClaimedJob;
import dev.docket.store.RunRef;
import dev.docket.trace.AboutJob;
import dev.docket.trace.Trace;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;

/**
 * One run in this process, from its claim until nothing works for it any more. It lives on the executor's loop, and has
 * one of two ends: it was answered and settled, or it was stopped.
 */
final class Run {
    private final ClaimedJob job;
    private final Object place;
    private Trace trace = Trace.NONE;
    private final long startedNanos = System.nanoTime();
    private long sureSince;
    private Work work;
    private Cancellable loading;
    private Cancellable limit = () -> {};
    private RunEnd stopped;
    private boolean asked;
    private boolean answered;
    private boolean settled;
    private boolean workOver;
    private boolean tooLate;
    private boolean resolved;

    Run(ClaimedJob job, Object place, long claimSentAt) {
        this.job = job;
        this.place = place;
        this.sureSince = claimSentAt;
    }

    ClaimedJob job() {
        return job;
    }

    RunRef ref() {
        return job.run();
    }

    void isTracedAs(Trace begun) {
        trace = begun;
    }

    Trace trace() {
        return trace;
    }

    /** Logs lines about it. */
    void log(Runnable lines) {
        AboutJob.log(ref().organization(), ref().job(), () -> trace.within(lines));
    }

    /** Whose place it takes. */
    Object place() {
        return place;
    }

    /** A heartbeat that was sent at this time found the run held. */
    void heldAt(long beatSentAt) {
        if (beatSentAt - sureSince > 0) {
            sureSince = beatSentAt;
        }
    }

    /**
     * How many nanoseconds of its lease are left for certain, on this process' monotonic clock: the database counts from
     * when it did what was sent, and never sooner. Below zero, another executor may have the run.
     */
    long sureFor(Duration lease, long now) {
        return sureSince + lease.toNanos() - now;
    }

    double seconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    void loadsBy(Cancellable request) {
        this.loading = request;
    }

    void worksBy(Work started) {
        this.work = started;
    }

    /** It asks the service behind its processor from now on. */
    void asks() {
        asked = true;
    }

    boolean hasAsked() {
        return asked;
    }

    /** What ends the run when it takes too long; given up as soon as it has an end. */
    void isLimitedBy(Cancellable timer) {
        limit.cancel();
        this.limit = timer;
    }

    /** Takes the one answer; false when the run has another end already, and the answer is to be dropped. */
    boolean answer() {
        if (answered || stopped != null) {
            return false;
        }
        answered = true;
        limit.cancel();
        return true;
    }

    /** Ends the run as one that answered, with its work stopped; false when it has another end already. */
    boolean timeOut() {
        if (!answer()) {
            return false;
        }
        if (work != null) {
            work.abort();
        }
        return true;
    }

    /** Stops the run; false when it has answered, or was stopped for another reason before. */
    boolean stop(RunEnd reason) {
        if (answered || stopped != null) {
            return false;
        }
        stopped = reason;
        limit.cancel();
        if (loading != null) {
            loading.cancel();
        }
        if (work != null) {
            work.abort();
        }
        return true;
    }

    /** Its job turned out to be cancelled, and not only this run of it. */
    void cancelled() {
        if (work != null) {
            work.cancelled();
        }
    }

    void workIsOver() {
        workOver = true;
    }

    /** Its end was refused: the job has another outcome. */
    void cameTooLate() {
        tooLate = true;
    }

    /** Its end was written. */
    void endedAs(JobStatus status) {
        resolved = status == JobStatus.QUEUED && job.status() == JobStatus.VALIDATING;
    }

    /** Whether its job waits in the queue now that its request is resolved. */
    boolean isReadyAgain() {
        return resolved;
    }

    boolean isTooLate() {
        return tooLate;
    }

    void settlingIsOver() {
        settled = true;
    }

    /** Whether work was begun; a run that is stopped before leaves nothing behind. */
    boolean isWorking() {
        return work != null;
    }

    /** Whether nothing is left to wait for: no work, and no end that is still being written. */
    boolean isOver() {
        boolean quiet = work == null || workOver;
        return quiet && (stopped != null || answered && settled);
    }

    /** Whether it has neither of its ends yet. */
    boolean isGoingOn() {
        return !answered && stopped == null;
    }

    /** The reason of its stop, or null. */
    RunEnd stopped() {
        return stopped;
    }
}
