package dev.docket.endpoint.local;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Work;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work on a thread of a pool, which is interrupted to stop it. Answer and abort, and whatever else may end it, race for
 * {@code decided}; the first has it.
 */
public abstract class ThreadWork implements Work, Runnable {
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private Thread thread;

    /** Does the work on the calling thread, and never throws. */
    protected abstract Answer result();

    /** The answer of work that was not done for want of a thread. Another attempt, perhaps elsewhere, may find one. */
    protected abstract Answer unavailable();

    /** Takes the work out of the pool's queue; false when a thread has it already. */
    protected abstract boolean withdraw();

    @Override
    public final Uni<Answer> answer() {
        return Uni.createFrom().completionStage(answer::copy);
    }

    @Override
    public final Uni<Void> stopped() {
        return Uni.createFrom().completionStage(stopped::copy);
    }

    @Override
    public final void abort() {
        if (decided.compareAndSet(false, true)) {
            stop();
        }
    }

    /** The queue was full or is closed, so no thread will ever take this up. */
    public final void refuse() {
        decide(unavailable());
        stopped.complete(null);
    }

    @Override
    public final void run() {
        try {
            if (begin()) {
                decide(result());
            }
        } finally {
            end();
        }
    }

    /** Ends the work with an answer that does not come from it. */
    protected final void cutOff(Answer instead) {
        if (decide(instead)) {
            stop();
        }
    }

    protected final boolean isDecided() {
        return decided.get();
    }

    protected static Answer failed(ErrorCode code, String message) {
        return new Answer.Failed(new JobError(code, message));
    }

    protected static Answer notNow(String message) {
        return new Answer.FailedForNow(new JobError(ErrorCode.PROCESSOR_FAILED, message), Duration.ZERO);
    }

    private boolean decide(Answer result) {
        return decided.compareAndSet(false, true) && answer.complete(result);
    }

    private void stop() {
        if (withdraw()) {
            stopped.complete(null);
            return;
        }
        synchronized (this) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !decided.get();
    }

    /** Under the lock, so that a late interrupt cannot reach the next work on this thread. */
    private void end() {
        synchronized (this) {
            thread = null;
            Thread.interrupted();
        }
        stopped.complete(null);
    }
}
