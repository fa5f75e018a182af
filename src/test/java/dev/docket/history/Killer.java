package dev.docket.history;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills a service every so often while the clients go on. */
final class Killer {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger kills = new AtomicInteger();
    private final ScheduledFuture<?> killing;

    private Killer(Services services, Duration pause) {
        this.killing = thread.scheduleWithFixedDelay(
                () -> kill(services), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Killer begin(Services services, Duration pause) {
        return new Killer(services, pause);
    }

    /** Comes back when every killed service has its successor; answers with how many were killed. */
    int end() throws InterruptedException, ExecutionException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("a service did not come back");
        }
        if (!killing.isCancelled()) {
            // Only a failure ends it before it is called off.
            killing.get();
        }
        return kills.get();
    }

    private void kill(Services services) {
        services.replaceOne();
        kills.incrementAndGet();
    }
}
