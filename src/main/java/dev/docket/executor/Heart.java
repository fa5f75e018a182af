package dev.docket.executor;

import dev.docket.store.Heartbeat;
import dev.docket.store.Leases;
import dev.docket.store.RunRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Beats for all runs in hand, until the last one has stopped. The answer to a beat is the guarantee behind cancels: a
 * run that it does not name is stopped at once. Without an answer for a lease's time every run is stopped, since others
 * may have them by then. Lives on the executor's loop.
 */
@ApplicationScoped
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

    /** When the last beat that was answered was sent, on this process' own monotonic clock. */
    private long answeredBeatSentAt;

    Heart(ExecutorLoop loop, Leases leases, Heartbeat heartbeat, Runs runs, EndRun endRun, ExecutorMeters meters) {
        this.loop = loop;
        this.leases = leases;
        this.heartbeat = heartbeat;
        this.runs = runs;
        this.endRun = endRun;
        this.meters = meters;
    }

    void start() {
        answeredBeatSentAt = System.nanoTime();
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
        if (runs.isEmpty()) {
            answeredBeatSentAt = now;
            return;
        }
        stopUnsure(now);
        if (!beating) {
            send(now);
        }
    }

    private void next() {
        if (!stopped) {
            loop.after(leases.heartbeat(), () -> {
                beat();
                next();
            });
        }
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
        answeredBeatSentAt = sentAt;
        meters.beatAnswered(Duration.ofNanos(System.nanoTime() - sentAt));
        Set<RunRef> lost = new HashSet<>(sent);
        lost.removeAll(held);
        // Those that were settled meanwhile are no longer in hand, or have answered and cannot be stopped.
        for (RunRef run : lost) {
            runs.find(run).ifPresent(inHand -> endRun.stop(inHand, RunEnd.LOST));
        }
        beatIfBehind();
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

    /** A run that was claimed after the last answered beat is as safe as its own claim. */
    private void stopUnsure(long now) {
        List<Run> unsure = runs.all().stream()
                .filter(run -> run.stopped() == null)
                .filter(run -> now - Math.max(answeredBeatSentAt, run.claimSentAt())
                        > leases.lease().toNanos())
                .toList();
        if (!unsure.isEmpty()) {
            LOG.warnf("No heartbeat was answered for %s: %d runs are stopped", leases.lease(), unsure.size());
            unsure.forEach(run -> endRun.stop(run, RunEnd.UNSURE));
        }
    }
}
