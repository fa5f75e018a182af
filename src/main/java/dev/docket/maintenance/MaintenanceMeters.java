package dev.docket.maintenance;

import dev.docket.store.Rescued;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/** What maintenance counts. */
@Startup
@Singleton
class MaintenanceMeters {
    private final MeterRegistry registry;

    MaintenanceMeters(MeterRegistry registry) {
        this.registry = registry;
        // The first of a kind is only seen as an increase by those who have seen that there was none.
        List.of("promoted", "rescued", "unstarted", "expired", "deleted").forEach(what -> count(what, 0));
    }

    void promoted(int jobs) {
        count("promoted", jobs);
    }

    void rescued(Rescued run) {
        count("rescued", 1);
        Timer.builder("docket.rescue.late")
                .description("From the end of a lease to the rescue of its run")
                .tag("to", run.to().wire())
                .publishPercentileHistogram()
                .register(registry)
                .record(run.late());
    }

    void unstarted(int jobs) {
        count("unstarted", jobs);
    }

    void expired(int jobs) {
        count("expired", jobs);
    }

    void deleted(int jobs) {
        count("deleted", jobs);
    }

    private void count(String what, int jobs) {
        registry.counter("docket.maintenance.jobs", "what", what).increment(jobs);
    }
}
