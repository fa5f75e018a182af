package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/**
 * Cancels for different calls together. What a shared statement has not won is looked at by {@link CancelJob}, which
 * waits for whoever has the job in hand and says who came first.
 */
@Singleton
public class GatherCancels {
    private static final int MOST_ROWS = 100;

    private final CancelJob cancelJob;
    private final Gather<CancelRequest, CancelJobs.Tried> gather;

    GatherCancels(Vertx vertx, CancelJobs cancelJobs, CancelJob cancelJob) {
        this.cancelJob = cancelJob;
        this.gather = new Gather<>(vertx, MOST_ROWS, call -> 0, cancelJobs::cancel);
    }

    /** Cancels the job, or says why not; see {@link CancelJob#cancel}. */
    public Uni<Cancelled> cancel(CancelRequest call) {
        long begun = System.nanoTime();
        return gather.add(call)
                .map(tried -> tried.won() == null
                        ? cancelJob.after(call, tried)
                        : Uni.createFrom().<Cancelled>item(tried.won()))
                .onFailure(failure -> !TryAgain.isCrowded(failure))
                .recoverWithItem(() -> cancelJob.afterLoss(call, begun))
                .chain(outcome -> outcome);
    }
}
