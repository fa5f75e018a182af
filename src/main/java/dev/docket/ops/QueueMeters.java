package dev.docket.ops;

import dev.docket.store.QueueGauges;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/** Shows how much work there is. Read now and then, and counted up to a limit only: the table is never counted. */
@ApplicationScoped
class QueueMeters {
    private static final Logger LOG = Logger.getLogger(QueueMeters.class);

    /** A gauge that stands at this value means "this many or more". */
    private static final int COUNTED_UP_TO = 10_000;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final QueueGauges queueGauges;
    private volatile QueueGauges.Reading latest = new QueueGauges.Reading(0, 0, 0, 0);

    QueueMeters(QueueGauges queueGauges, MeterRegistry registry) {
        this.queueGauges = queueGauges;
        gauge(
                registry,
                "docket.jobs.ready",
                "Jobs that could be claimed at once, counted up to 10,000",
                r -> r.ready());
        gauge(registry, "docket.jobs.parked", "Jobs that wait for their time, counted up to 10,000", r -> r.parked());
        gauge(registry, "docket.jobs.running", "Jobs being worked on, counted up to 10,000", r -> r.running());
        gauge(registry, "docket.queue.age", "Age in seconds of the oldest ready job", r -> r.oldestSeconds());
    }

    @Scheduled(every = "10s", identity = "docket-gauges", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> read() {
        return queueGauges
                .read(COUNTED_UP_TO)
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .invoke(reading -> latest = reading)
                .onFailure()
                .invoke(failure -> LOG.warnf("The queue's gauges could not be read: %s", failure.toString()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<QueueGauges.Reading> value) {
        Gauge.builder(name, this, meters -> value.applyAsDouble(meters.latest))
                .description(description)
                .register(registry);
    }
}
