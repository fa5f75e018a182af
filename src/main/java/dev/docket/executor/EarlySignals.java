package dev.docket.executor;

import dev.docket.store.RunRef;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cancel signals for runs that are not known here yet: the claim's answer may still be on its way when the cancel has
 * already committed. They are remembered for some seconds; heartbeats cover whatever comes later. Lives on the loop.
 */
@Singleton
class EarlySignals {
    private static final long KEPT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int AT_MOST = 10_000;

    private final Map<RunRef, Long> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RunRef, Long> eldest) {
            return size() > AT_MOST || System.nanoTime() - eldest.getValue() > KEPT_NANOS;
        }
    };

    void remember(RunRef run) {
        seen.put(run, System.nanoTime());
    }

    /** Whether a cancel of the run was signalled lately. */
    boolean cancelled(RunRef run) {
        Long at = seen.remove(run);
        return at != null && System.nanoTime() - at <= KEPT_NANOS;
    }
}
