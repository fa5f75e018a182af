package dev.docket.executor;

import dev.docket.store.HandBack;
import dev.docket.store.RunRef;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Starts the executor with the process, and drains it before the process goes. */
@Singleton
class Executor {
    private static final Logger LOG = Logger.getLogger(Executor.class);

    /** Beyond the drain period: for stopped work to leave its thread, and for the handing back. */
    private static final Duration TO_STOP = Duration.ofSeconds(5);

    private final ExecutorLoop loop;
    private final ExecutorConfig config;
    private final Roles roles;
    private final ClaimLoop claimLoop;
    private final Sweep sweep;
    private final Heart heart;
    private final Listener listener;
    private final Runs runs;
    private final EndRun endRun;
    private final Drained drained;
    private final HandBack handBack;
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private boolean draining;

    Executor(
            ExecutorLoop loop,
            ExecutorConfig config,
            Roles roles,
            ClaimLoop claimLoop,
            Sweep sweep,
            Heart heart,
            Listener listener,
            Runs runs,
            EndRun endRun,
            Drained drained,
            HandBack handBack) {
        this.loop = loop;
        this.config = config;
        this.roles = roles;
        this.claimLoop = claimLoop;
        this.sweep = sweep;
        this.heart = heart;
        this.listener = listener;
        this.runs = runs;
        this.endRun = endRun;
        this.drained = drained;
        this.handBack = handBack;
    }

    void start(@Observes StartupEvent event) {
        if (roles.executes()) {
            loop.execute(this::open);
        }
    }

    void placeFreed(@Observes EndRun.PlaceFreed event) {
        claimLoop.placeFreed(event.lane(), event.ready());
        if (draining) {
            checkEmpty();
        }
    }

    /** Blocks the thread of the shutdown, which is there for it, until nothing runs here any more. */
    void stop(@Observes ShutdownEvent event) {
        if (!roles.executes()) {
            return;
        }
        loop.execute(this::drain);
        if (!isEmptyWithin(config.drain())) {
            loop.execute(() -> runs.all().forEach(run -> endRun.stop(run, RunEnd.DRAINED)));
            if (!isEmptyWithin(TO_STOP)) {
                LOG.warn("Some work did not stop in time; the leases of its runs bring them back");
            }
        }
        handBackDrained();
        loop.execute(this::close);
    }

    private void open() {
        heart.start();
        sweep.open();
        claimLoop.open();
        listener.start();
    }

    private void drain() {
        draining = true;
        sweep.close();
        claimLoop.close();
        checkEmpty();
    }

    private void checkEmpty() {
        if (runs.isEmpty() && !claimLoop.isClaiming()) {
            empty.complete(null);
        } else if (runs.isEmpty()) {
            loop.after(Duration.ofMillis(20), this::checkEmpty);
        }
    }

    private void close() {
        heart.stop();
        listener.stop();
    }

    private boolean isEmptyWithin(Duration period) {
        try {
            empty.get(period.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void handBackDrained() {
        try {
            Leaving leaving = leaving().get(TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
            int count = handBack(leaving).await().atMost(TO_STOP).size();
            if (count > 0) {
                LOG.infof("Handed %d runs back to the queue", count);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            LOG.warnf("Runs could not be handed back; their leases bring them back: %s", failure.toString());
        }
    }

    /** What is in hand at the end: runs that have stopped, those that have not, and perhaps some that nobody knows. */
    private record Leaving(List<RunRef> stopped, Collection<RunRef> working, boolean inDoubt) {}

    private CompletableFuture<Leaving> leaving() {
        CompletableFuture<Leaving> leaving = new CompletableFuture<>();
        loop.execute(() -> leaving.complete(
                new Leaving(drained.take(), runs.refs(), claimLoop.isInDoubt() && !claimLoop.isClaiming())));
        return leaving;
    }

    private Uni<Set<RunRef>> handBack(Leaving leaving) {
        if (leaving.inDoubt()) {
            // Whatever else stands under this process' name goes back with those that have stopped.
            return handBack.strays(leaving.working(), loop.owner());
        }
        return leaving.stopped().isEmpty()
                ? Uni.createFrom().item(Set.of())
                : handBack.runs(leaving.stopped(), loop.owner());
    }
}
