package dev.docket.executor;

import dev.docket.store.Lane;
import dev.docket.store.RunRef;
import jakarta.inject.Singleton;
import java.util.Collection;

/** What signals do in this process, from wherever they come. Lives on the executor's loop. */
@Singleton
class Incoming {
    private final ClaimLoop claimLoop;
    private final Runs runs;
    private final EndRun endRun;
    private final EarlySignals earlySignals;

    Incoming(ClaimLoop claimLoop, Runs runs, EndRun endRun, EarlySignals earlySignals) {
        this.claimLoop = claimLoop;
        this.runs = runs;
        this.endRun = endRun;
        this.earlySignals = earlySignals;
    }

    void ready(Collection<Lane> lanes) {
        claimLoop.mayHaveWork(lanes);
    }

    void cancelled(RunRef ref) {
        runs.find(ref).ifPresentOrElse(run -> endRun.stop(run, RunEnd.CANCELLED), () -> earlySignals.remember(ref));
    }
}
