package dev.docket.endpoint.model;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.Unforeseen;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** One run on its thread. Answer and abort race for {@code decided}; the first has it. */
final class ModelWork implements Work, Runnable {
    private static final Logger LOG = Logger.getLogger(ModelWork.class);

    private final JobId job;
    private final Callable<Payload> call;
    private final ThreadPoolExecutor pool;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private Thread thread;

    ModelWork(JobId job, Callable<Payload> call, ThreadPoolExecutor pool) {
        this.job = job;
        this.call = call;
        this.pool = pool;
    }

    @Override
    public Uni<Answer> answer() {
        return Uni.createFrom().completionStage(answer::copy);
    }

    @Override
    public Uni<Void> stopped() {
        return Uni.createFrom().completionStage(stopped::copy);
    }

    @Override
    public void abort() {
        if (!decided.compareAndSet(false, true)) {
            return;
        }
        if (pool.remove(this)) {
            stopped.complete(null);
            return;
        }
        synchronized (this) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** No thread will ever take this up. */
    void refuse() {
        decide(closing());
        stopped.complete(null);
    }

    @Override
    public void run() {
        try {
            if (begin()) {
                decide(result());
            }
        } finally {
            end();
        }
    }

    private Answer result() {
        try {
            return new Answer.Completed(200, call.call());
        } catch (DocumentRefused refused) {
            return new Answer.Failed(refused.error());
        } catch (ModelFailed failed) {
            return failed.answer();
        } catch (WorkStopped interrupted) {
            return closing();
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            return failed(ErrorCode.DOCUMENT_TOO_LARGE, "The document needs more memory to be read than there is.");
        } catch (Throwable unforeseen) {
            // A message may quote the document, so only the kind and the place are logged.
            if (!decided.get()) {
                LOG.errorf("Job %s: asking the model failed: %s", job, Unforeseen.trace(unforeseen));
            }
            return failed(ErrorCode.PROCESSOR_FAILED, "The document could not be worked on for a reason not foreseen.");
        }
    }

    private void decide(Answer result) {
        if (decided.compareAndSet(false, true)) {
            answer.complete(result);
        }
    }

    /** Another attempt, elsewhere, may find a process that stays. */
    private static Answer closing() {
        JobError error = new JobError(ErrorCode.PROCESSOR_FAILED, "The process is busy or shutting down.");
        return new Answer.FailedForNow(error, Duration.ZERO);
    }

    private static Answer failed(ErrorCode code, String message) {
        return new Answer.Failed(new JobError(code, message));
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !decided.get();
    }

    /** Under the lock, so that a late interrupt cannot reach the next run on this thread. */
    private void end() {
        synchronized (this) {
            thread = null;
            Thread.interrupted();
        }
        stopped.complete(null);
    }
}
