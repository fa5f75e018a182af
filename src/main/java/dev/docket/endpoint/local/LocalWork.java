package dev.docket.endpoint.local;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.Unforeseen;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.job.ErrorCode;
import dev.docket.job.Payload;
import dev.docket.trace.AboutJob;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** One reading on its way through the pool, within its time limit. */
final class LocalWork extends ThreadWork {
    private static final Logger LOG = Logger.getLogger(LocalWork.class);

    private final Assignment assignment;
    private final Callable<Payload> reading;
    private final LocalWorkers workers;

    LocalWork(Assignment assignment, Callable<Payload> reading, LocalWorkers workers) {
        this.assignment = assignment;
        this.reading = reading;
        this.workers = workers;
    }

    @Override
    protected Answer result() {
        try {
            Future<?> limit = workers.limit(this::overrun);
            try {
                return new Answer.Completed(200, assignment.within(reading));
            } finally {
                limit.cancel(false);
            }
        } catch (DocumentRefused refused) {
            return new Answer.Failed(refused.error());
        } catch (NotNow passing) {
            return notNow(passing.getMessage());
        } catch (WorkStopped closing) {
            return unavailable();
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            return failed(ErrorCode.DOCUMENT_TOO_LARGE, "The document needs more memory to be read than there is.");
        } catch (Throwable unforeseen) {
            // A message may quote the document, so only the kind and the place are logged.
            if (!isDecided()) {
                AboutJob.log(
                        assignment.organization(),
                        assignment.job(),
                        () -> LOG.errorf("Job %s: reading failed: %s", assignment.job(), Unforeseen.trace(unforeseen)));
            }
            return failed(ErrorCode.PROCESSOR_FAILED, "The document could not be read for a reason not foreseen.");
        }
    }

    @Override
    protected Answer unavailable() {
        return notNow("The local workers are busy or shutting down.");
    }

    @Override
    protected boolean withdraw() {
        return workers.withdraw(this);
    }

    private void overrun() {
        cutOff(failed(
                ErrorCode.EXECUTION_TIMEOUT,
                "The document could not be read within " + workers.timeLimit().toSeconds() + " seconds."));
    }
}
