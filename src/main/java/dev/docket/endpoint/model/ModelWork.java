package dev.docket.endpoint.model;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.Unforeseen;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.ThreadWork;
import dev.docket.job.ErrorCode;
import dev.docket.job.Payload;
import dev.docket.trace.AboutJob;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import org.jboss.logging.Logger;

/** One run on its thread. */
final class ModelWork extends ThreadWork {
    private static final Logger LOG = Logger.getLogger(ModelWork.class);

    private final Assignment assignment;
    private final Call call;
    private final ThreadPoolExecutor pool;
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final Tokens tokens = new Tokens(() -> asked.complete(null));

    ModelWork(Assignment assignment, Call call, ThreadPoolExecutor pool) {
        this.assignment = assignment;
        this.call = call;
        this.pool = pool;
    }

    /** What is done on the thread of the run. */
    @FunctionalInterface
    interface Call {
        Payload answer(Tokens tokens) throws IOException;
    }

    /** Documents are read before that, which may take many minutes. */
    @Override
    public void whenAsked(Runnable told) {
        asked.thenRun(told);
    }

    @Override
    protected Answer result() {
        try {
            return new Answer.Completed(200, assignment.within(() -> call.answer(tokens)));
        } catch (DocumentRefused refused) {
            return new Answer.Failed(refused.error());
        } catch (ModelFailed failed) {
            return failed.answer();
        } catch (WorkStopped interrupted) {
            return unavailable();
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            return failed(ErrorCode.DOCUMENT_TOO_LARGE, "The document needs more memory to be read than there is.");
        } catch (Throwable unforeseen) {
            // A message may quote the document, so only the kind and the place are logged.
            if (!isDecided()) {
                AboutJob.log(
                        assignment.organization(),
                        assignment.job(),
                        () -> LOG.errorf(
                                "Job %s: asking the model failed: %s", assignment.job(), Unforeseen.trace(unforeseen)));
            }
            return failed(ErrorCode.PROCESSOR_FAILED, "The document could not be worked on for a reason not foreseen.");
        }
    }

    @Override
    protected Answer unavailable() {
        return notNow("The process is busy or shutting down.");
    }

    @Override
    protected boolean withdraw() {
        return pool.remove(this);
    }
}
