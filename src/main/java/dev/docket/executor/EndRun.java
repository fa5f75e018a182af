package dev.docket.executor;

import dev.docket.store.ConfirmStop;
import dev.docket.store.Lane;
import dev.docket.store.Settled;
import dev.docket.store.Settlement;
import dev.docket.store.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Brings runs to their end: settled and stopped, or stopped without an outcome. Lives on the executor's loop. */
@ApplicationScoped
class EndRun {
    private static final Logger LOG = Logger.getLogger(EndRun.class);

    private final ExecutorLoop loop;
    private final Runs runs;
    private final RequestMemory memory;
    private final SettleQueue settleQueue;
    private final ConfirmStop confirmStop;
    private final Drained drained;
    private final ExecutorMeters meters;
    private final Event<PlaceFreed> placeFreed;

    EndRun(
            ExecutorLoop loop,
            Runs runs,
            RequestMemory memory,
            SettleQueue settleQueue,
            ConfirmStop confirmStop,
            Drained drained,
            ExecutorMeters meters,
            Event<PlaceFreed> placeFreed) {
        this.loop = loop;
        this.runs = runs;
        this.memory = memory;
        this.settleQueue = settleQueue;
        this.confirmStop = confirmStop;
        this.drained = drained;
        this.meters = meters;
        this.placeFreed = placeFreed;
    }

    /**
     * Fired on the executor's loop when a run of the lane has left its place.
     *
     * @param ready whether its job is in the queue now, to be claimed by whoever comes first
     */
    record PlaceFreed(Lane lane, boolean ready) {}

    /** Writes the end of an answered run. */
    void settle(Run run, Verdict verdict) {
        settleQueue
                .settle(new Settlement(run.ref(), verdict))
                .emitOn(loop)
                .subscribe()
                .with(settled -> settled(run, settled), failure -> unsettled(run, failure));
    }

    /** Stops a run; its place stays taken until the work has really stopped. */
    void stop(Run run, RunEnd reason) {
        if (run.stop(reason) && !run.isWorking()) {
            workStopped(run);
        }
    }

    /** Nothing works for the run any more. */
    void workStopped(Run run) {
        run.workIsOver();
        leaveIfOver(run);
    }

    private void settled(Run run, Settled outcome) {
        if (outcome instanceof Settled.Won won) {
            meters.ended(run, won.status());
            run.endedAs(won.status());
        } else {
            meters.lateResult();
            LOG.infof(
                    "The result of %s came too late and was dropped", run.ref().job());
            run.cameTooLate();
        }
        run.settlingIsOver();
        leaveIfOver(run);
    }

    /** The end could not be written at all; the lease runs out and the job is run again. */
    private void unsettled(Run run, Throwable failure) {
        LOG.errorf(failure, "The end of %s could not be written", run.ref().job());
        run.settlingIsOver();
        leaveIfOver(run);
    }

    private void leaveIfOver(Run run) {
        if (!run.isOver()) {
            return;
        }
        runs.end(run);
        memory.release(run.ref());
        if (run.stopped() == RunEnd.DRAINED) {
            drained.add(run.ref());
        } else if (run.stopped() != null) {
            meters.stopped(run.stopped());
            confirmStopped(run);
        } else if (run.isTooLate()) {
            confirmStopped(run);
        }
        placeFreed.fire(new PlaceFreed(run.job().lane(), run.isReadyAgain()));
    }

    private void confirmStopped(Run run) {
        confirmStop
                .confirm(run.ref(), run.job().generation())
                .emitOn(loop)
                .subscribe()
                .with(
                        elapsed -> elapsed.ifPresent(time -> cancelled(run, time)),
                        failure -> LOG.warnf(
                                "The stop of %s could not be noted: %s",
                                run.ref().job(), failure));
    }

    private void cancelled(Run run, Duration untilStopped) {
        meters.cancelToStop(untilStopped);
        run.cancelled();
    }
}
