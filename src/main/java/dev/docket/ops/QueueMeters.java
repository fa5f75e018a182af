package dev.docket.ops;

import dev.docket.store.QueueGauges;
import dev.docket.store.QueueGauges.Reading;
import dev.docket.store.RestByCost;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/** Shows how much work there is. Read now and then, and counted up to a limit only: the table is never counted. */
@Singleton
class QueueMeters {
    private static final Logger LOG = Logger.getLogger(QueueMeters.class);

    /** A gauge that stands at this value means "this many or more". */
    private static final int COUNTED_UP_TO = 10_000;

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofSeconds(60);

    private final QueueGauges queueGauges;
    private final MultiGauge byEndpoint;
    private final RestByCost rest = new RestByCost(LONGEST_REST);

    /** Those that had jobs once go on at 0, so that the end of a queue can be seen. */
    private final Set<String> endpoints = new HashSet<>();

    private volatile Reading latest = Reading.NONE;

    QueueMeters(QueueGauges queueGauges, MeterRegistry registry) {
        this.queueGauges = queueGauges;
        this.byEndpoint = MultiGauge.builder("docket.endpoint.jobs")
                .description("Jobs of an endpoint that could be claimed at once, or are being worked on")
                .register(registry);
        gauge(
                registry,
                "docket.jobs.ready",
                "Jobs that could be claimed at once, counted up to 10,000",
                reading -> sum(reading.ready()));
        gauge(registry, "docket.jobs.parked", "Jobs that wait for their time, counted up to 10,000", Reading::parked);
        gauge(
                registry,
                "docket.jobs.running",
                "Jobs being worked on, counted up to 10,000",
                reading -> sum(reading.running()));
        gauge(registry, "docket.queue.age", "Age in seconds of the oldest ready job", Reading::oldestSeconds);
    }

    @Scheduled(every = "10s", identity = "docket-gauges", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> read() {
        return rest.isDue() ? readNow() : Uni.createFrom().voidItem();
    }

    private Uni<Void> readNow() {
        long begun = System.nanoTime();
        return queueGauges
                .read(COUNTED_UP_TO)
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .invoke(this::show)
                .onTermination()
                .invoke(() -> rest.looked(begun))
                .onFailure()
                .invoke(failure -> LOG.warnf("The queue's gauges could not be read: %s", failure.toString()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void show(Reading reading) {
        latest = reading;
        endpoints.addAll(reading.ready().keySet());
        endpoints.addAll(reading.running().keySet());
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (String endpoint : endpoints) {
            rows.add(row(endpoint, "ready", reading.ready()));
            rows.add(row(endpoint, "running", reading.running()));
        }
        byEndpoint.register(rows, true);
    }

    private static MultiGauge.Row<Number> row(String endpoint, String state, Map<String, Long> counts) {
        return MultiGauge.Row.of(Tags.of("endpoint", endpoint, "state", state), counts.getOrDefault(endpoint, 0L));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Reading> value) {
        Gauge.builder(name, this, meters -> value.applyAsDouble(meters.latest))
                .description(description)
                .register(registry);
    }
}
