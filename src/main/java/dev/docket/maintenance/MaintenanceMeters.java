package dev.docket.maintenance;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What maintenance counts. */
@ApplicationScoped
class MaintenanceMeters {
    private final MeterRegistry registry;

    MaintenanceMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void promoted(int jobs) {
        count("promoted", jobs);
    }

    void rescued(int jobs) {
        count("rescued", jobs);
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
