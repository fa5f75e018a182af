package dev.docket.endpoint.local;

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
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** One reading on its way through the pool. Answer, time limit and abort race for {@code decided}; the first has it. */
final class LocalWork implements Work, Runnable {
    private static final Logger LOG = Logger.getLogger(LocalWork.class);

    private final JobId job;
    private final Callable<Payload> reading;
    private final LocalWorkers workers;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private Thread thread;

    LocalWork(JobId job, Callable<Payload> reading, LocalWorkers workers) {
        this.job = job;
        this.reading = reading;
        this.workers = workers;
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
        if (decided.compareAndSet(false, true)) {
            stop();
        }
    }

    /** The queue was full or is closed, so no thread will ever take this up. */
    void refuse() {
        decide(unavailable());
        stopped.complete(null);
    }

    @Override
    public void run() {
        try {
            if (begin()) {
                decide(read());
            }
        } finally {
            end();
        }
    }

    private Answer read() {
        try {
            Future<?> limit = workers.limit(this::overrun);
            try {
                return new Answer.Completed(200, reading.call());
            } finally {
                limit.cancel(false);
            }
        } catch (DocumentRefused refused) {
            return new Answer.Failed(refused.error());
        } catch (NotNow passing) {
            return new Answer.FailedForNow(
                    new JobError(ErrorCode.PROCESSOR_FAILED, passing.getMessage()), Duration.ZERO);
        } catch (WorkStopped closing) {
            return unavailable();
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            return failed(ErrorCode.DOCUMENT_TOO_LARGE, "The document needs more memory to be read than there is.");
        } catch (Throwable unforeseen) {
            // A message may quote the document, so only the kind and the place are logged.
            if (!decided.get()) {
                LOG.errorf("Job %s: reading failed: %s", job, Unforeseen.trace(unforeseen));
            }
            return failed(ErrorCode.PROCESSOR_FAILED, "The document could not be read for a reason not foreseen.");
        }
    }

    private void overrun() {
        String message =
                "The document could not be read within " + workers.timeLimit().toSeconds() + " seconds.";
        if (decide(failed(ErrorCode.EXECUTION_TIMEOUT, message))) {
            stop();
        }
    }

    private boolean decide(Answer result) {
        return decided.compareAndSet(false, true) && answer.complete(result);
    }

    /** Another attempt, perhaps elsewhere, may find room. */
    private static Answer unavailable() {
        JobError error = new JobError(ErrorCode.PROCESSOR_FAILED, "The local workers are busy or shutting down.");
        return new Answer.FailedForNow(error, Duration.ZERO);
    }

    private static Answer failed(ErrorCode code, String message) {
        return new Answer.Failed(new JobError(code, message));
    }

    private void stop() {
        if (workers.withdraw(this)) {
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
