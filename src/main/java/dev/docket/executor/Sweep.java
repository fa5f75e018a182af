package dev.docket.executor;

import dev.docket.store.Lane;
import dev.docket.store.RestByCost;
import dev.docket.store.RestWhenQuiet;
import dev.docket.store.WaitingLanes;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks for lanes with ready work that no signal told of: the floor under all signals. It rests long enough to take at
 * most a small part of the time, however dear a look has become. Lives on the executor's loop.
 */
@Singleton
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final Lane START = new Lane("", "");
    private static final int LANES_A_LOOK = 200;
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    /** Beyond this the connection is taken for half-open. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ExecutorLoop loop;
    private final WaitingLanes waitingLanes;
    private final Incoming incoming;
    private final Runs runs;
    private final RestWhenQuiet pace = new RestWhenQuiet();
    private final RestByCost rest = new RestByCost(LONGEST_REST);
    private boolean open;
    private boolean looking;
    private Lane last = START;

    Sweep(ExecutorLoop loop, WaitingLanes waitingLanes, Incoming incoming, Runs runs) {
        this.loop = loop;
        this.waitingLanes = waitingLanes;
        this.incoming = incoming;
        this.runs = runs;
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }

    @Scheduled(every = "{docket.executor.poll}", identity = "docket-sweep")
    void poll() {
        loop.execute(() -> {
            if (rest.isDue() && pace.isDue()) {
                now();
            }
        });
    }

    /** Looks at the next lanes; does nothing while there is no place for a run anyway. */
    void now() {
        if (!open || looking || !runs.hasRoom()) {
            return;
        }
        looking = true;
        long begun = System.nanoTime();
        waitingLanes
                .after(last, LANES_A_LOOK)
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .emitOn(loop)
                .subscribe()
                .with(lanes -> seen(lanes, begun), this::failed);
    }

    private void seen(List<Lane> lanes, long begun) {
        looking = false;
        pace.looked(!lanes.isEmpty());
        rest.looked(begun);
        last = lanes.size() < LANES_A_LOOK ? START : lanes.get(lanes.size() - 1);
        incoming.ready(lanes);
    }

    private void failed(Throwable failure) {
        looking = false;
        LOG.warnf("The queue could not be looked at: %s", failure.toString());
    }
}
