package dev.docket.ops;

import dev.docket.store.ReadSource;
import dev.docket.store.Replica;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Shows where reads are answered from; nothing without a replica. */
@Singleton
class ReplicaMeters {
    private final Replica replica;
    private final MeterRegistry registry;

    ReplicaMeters(Replica replica, MeterRegistry registry) {
        this.replica = replica;
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        if (!replica.isConfigured()) {
            return;
        }
        for (ReadSource source : ReadSource.values()) {
            FunctionCounter.builder("docket.reads", replica, it -> it.reads(source))
                    .description("Reads of jobs, by where they were answered from and why")
                    .tag("from", source.from())
                    .tag("why", source.why())
                    .register(registry);
        }
        Gauge.builder("docket.replica.in.use", replica, it -> it.isInUse() ? 1 : 0)
                .description("1 while reads are asked of the replica, 0 while it rests because it failed or is behind")
                .register(registry);
    }
}
