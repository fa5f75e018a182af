package dev.docket.api;

import dev.docket.store.Cancelled;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What cancels count and time. */
@Singleton
class CancelMeters {
    private final MeterRegistry registry;

    CancelMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A cancel ended so. */
    void ended(Cancelled outcome) {
        registry.counter("docket.cancels", "outcome", name(outcome)).increment();
    }

    /** A call to cancel was answered with this status, so long after it had come in. */
    void answered(int status, Duration elapsed) {
        Timer.builder("docket.cancel.accept")
                .description("From the receipt of a call to cancel to the end of its answer")
                .tag("status", Integer.toString(status))
                .publishPercentileHistogram()
                .register(registry)
                .record(elapsed);
    }

    private static String name(Cancelled outcome) {
        if (outcome instanceof Cancelled.Won) {
            return "won";
        }
        if (outcome instanceof Cancelled.Repeated) {
            return "repeated";
        }
        if (outcome instanceof Cancelled.LostRace) {
            return "lost_race";
        }
        if (outcome instanceof Cancelled.AlreadyFinished) {
            return "already_finished";
        }
        return outcome instanceof Cancelled.NoLongerQueued ? "no_longer_queued" : "not_found";
    }
}
