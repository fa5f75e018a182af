package dev.docket.executor;

import dev.docket.store.Heartbeat;
import dev.docket.store.Leases;
import dev.docket.store.RunRef;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Beats for all runs in hand, until the last one has stopped. The answer to a beat is the guarantee behind cancels: a
 * run that it does not name is stopped at once. Without an answer for a lease's time every run is stopped, since others
 * may have them by then. Lives on the executor's loop.
 */
@Singleton
class Heart {
    private static final Logger LOG = Logger.getLogger(Heart.class);

    private final ExecutorLoop loop;
    private final Leases leases;
    private final Heartbeat heartbeat;
    private final Runs runs;
    private final EndRun endRun;
    private final ExecutorMeters meters;
    private boolean beating;
    private boolean behind;
    private boolean stopped;

    Heart(ExecutorLoop loop, Leases leases, Heartbeat heartbeat, Runs runs, EndRun endRun, ExecutorMeters meters) {
        this.loop = loop;
        this.leases = leases;
        this.heartbeat = heartbeat;
        this.runs = runs;
        this.endRun = endRun;
        this.meters = meters;
    }

    void start() {
        next();
    }

    void stop() {
        stopped = true;
    }

    /** Beats now because signals may have been missed. A beat that is on its way may have seen the rows before that. */
    void catchUp() {
        behind = beating;
        if (!behind) {
            beat();
        }
    }

    private void beat() {
        long now = System.nanoTime();
        stopUnsure(now);
        if (!beating && !runs.isEmpty()) {
            send(now);
        }
    }

    private void next() {
        if (!stopped) {
            loop.after(untilNext(), () -> {
                beat();
                next();
            });
        }
    }

    /** The time between heartbeats, or less when the lease of a run may be over before: it is stopped then. */
    private Duration untilNext() {
        long now = System.nanoTime();
        long nanos = runs.all().stream()
                .filter(Run::isGoingOn)
                .mapToLong(run -> run.sureFor(leases.lease(), now))
                .min()
                .orElse(Long.MAX_VALUE);
        return Duration.ofNanos(Math.max(0, Math.min(nanos, leases.heartbeat().toNanos())));
    }

    private void send(long sentAt) {
        beating = true;
        Set<RunRef> sent = Set.copyOf(runs.refs());
        heartbeat
                .beat(sent, loop.owner(), leases.lease())
                .ifNoItem()
                .after(leases.lease().dividedBy(2))
                .fail()
                .emitOn(loop)
                .subscribe()
                .with(held -> answered(sent, held, sentAt), this::unanswered);
    }

    private void answered(Set<RunRef> sent, Set<RunRef> held, long sentAt) {
        beating = false;
        meters.beatAnswered(Duration.ofNanos(System.nanoTime() - sentAt));
        // Judged by the list that was sent: a run that was claimed since is not in the answer, and not lost.
        for (RunRef ref : sent) {
            runs.find(ref).ifPresent(run -> judge(run, held.contains(ref), sentAt));
        }
        beatIfBehind();
    }

    /** One that was settled meanwhile is no longer in hand, or has answered and cannot be stopped. */
    private void judge(Run run, boolean held, long sentAt) {
        if (held) {
            run.heldAt(sentAt);
        } else {
            endRun.stop(run, RunEnd.LOST);
        }
    }

    private void unanswered(Throwable failure) {
        beating = false;
        meters.beatUnanswered();
        LOG.warnf("A heartbeat was not answered: %s", failure.toString());
        beatIfBehind();
    }

    private void beatIfBehind() {
        if (behind) {
            behind = false;
            beat();
        }
    }

    /** Only a beat that named a run says anything about it; one just claimed is as safe as its claim. */
    private void stopUnsure(long now) {
        List<Run> unsure = runs.all().stream()
                .filter(run -> run.isGoingOn() && run.sureFor(leases.lease(), now) < 0)
                .toList();
        if (!unsure.isEmpty()) {
            LOG.warnf("No heartbeat was answered for %s: %d runs are stopped", leases.lease(), unsure.size());
            unsure.forEach(run -> endRun.stop(run, RunEnd.UNSURE));
        }
    }
}
