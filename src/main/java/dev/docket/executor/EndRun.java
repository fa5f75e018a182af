package dev.docket.executor;

import dev.docket.job.JobStatus;
import dev.docket.store.ConfirmStop;
import dev.docket.store.Lane;
import dev.docket.store.Settled;
import dev.docket.store.Settlement;
import dev.docket.store.Verdict;
import dev.docket.trace.Trace;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Brings runs to their end: settled and stopped, or stopped without an outcome. Lives on the executor's loop. */
@Singleton
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
        Trace settling = run.trace().part("settle");
        settleQueue
                .settle(new Settlement(run.ref(), verdict))
                .emitOn(loop)
                .subscribe()
                .with(
                        settled -> settled(run, settled, verdict, settling),
                        failure -> unsettled(run, failure, settling));
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

    private void settled(Run run, Settled outcome, Verdict verdict, Trace settling) {
        settling.end();
        if (outcome instanceof Settled.Won won) {
            run.trace().within(() -> meters.ended(run, won.status(), verdict));
            run.endedAs(won.status());
            ended(run, won.status(), verdict);
        } else {
            meters.lateResult();
            run.log(() -> LOG.infof(
                    "The result of %s came too late and was dropped", run.ref().job()));
            run.trace().failed("too_late");
            run.cameTooLate();
        }
        run.settlingIsOver();
        leaveIfOver(run);
    }

    private static void ended(Run run, JobStatus status, Verdict verdict) {
        String code = verdict.failure();
        if (LOG.isDebugEnabled()) {
            run.log(() -> LOG.debugf(
                    "%s is %s%s after a run of %.3f s",
                    run.ref().job(), status.wire(), code == null ? "" : " by " + code, run.seconds()));
        }
        run.trace().with("docket.status", status.wire());
        if (code == null) {
            run.trace().end();
        } else {
            run.trace().failed(code);
        }
    }

    private static void stopped(Run run, String reason) {
        if (LOG.isDebugEnabled()) {
            run.log(() -> LOG.debugf(
                    "The run of %s was stopped as %s after %.3f s", run.ref().job(), reason, run.seconds()));
        }
        run.trace().with("docket.stopped", reason).end();
    }

    /** The end could not be written at all; the lease runs out and the job is run again. */
    private void unsettled(Run run, Throwable failure, Trace settling) {
        run.log(() -> LOG.errorf(
                failure, "The end of %s could not be written", run.ref().job()));
        settling.failed("unwritten");
        run.trace().failed("unwritten");
        run.settlingIsOver();
        leaveIfOver(run);
    }

    private void leaveIfOver(Run run) {
        if (!run.isOver()) {
            return;
        }
        if (run.stopped() != null) {
            stopped(run, run.stopped().name().toLowerCase(Locale.ROOT));
        }
        runs.end(run);
        memory.release(run.ref());
        if (run.stopped() == RunEnd.DRAINED) {
            drained.add(run.ref());
        } else if (run.stopped() != null) {
            meters.countStop(run.stopped());
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
                        failure -> run.log(() -> LOG.warnf(
                                "The stop of %s could not be noted: %s",
                                run.ref().job(), failure)));
    }

    private void cancelled(Run run, Duration untilStopped) {
        run.trace().within(() -> meters.cancelToStop(untilStopped));
        run.cancelled();
    }
}
