package dev.docket.ops;

import dev.docket.ops.DatabaseGauges.Reading;
import dev.docket.ops.DatabaseGauges.Table;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/** Shows how the database is: its connections, the size of its tables, and what keeps it from clearing up. */
@Singleton
class DatabaseMeters {
    private static final Logger LOG = Logger.getLogger(DatabaseMeters.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final DatabaseGauges gauges;
    private final MultiGauge bytes;
    private final MultiGauge live;
    private final MultiGauge dead;
    private volatile Reading latest = Reading.NONE;

    DatabaseMeters(DatabaseGauges gauges, MeterRegistry registry) {
        this.gauges = gauges;
        this.bytes = tables(registry, "docket.table.bytes", "Size of a table with its indexes");
        this.live = tables(registry, "docket.table.live.rows", "Rows of a table, as the server estimates them");
        this.dead = tables(registry, "docket.table.dead.rows", "Rows to be cleared away, as the server estimates them");
        gauge(registry, "docket.database.connections", "Connections to the database", Reading::connections);
        gauge(
                registry,
                "docket.database.connections.limit",
                "Connections that its server allows to all databases",
                Reading::mostConnections);
        gauge(registry, "docket.database.bytes", "Size of the database", Reading::bytes);
        gauge(
                registry,
                "docket.database.horizon.age",
                "Transactions since the beginning of the oldest that may still see old rows",
                Reading::horizon);
        gauge(
                registry,
                "docket.database.oldest.transaction",
                "Seconds for which the oldest transaction has been open",
                Reading::oldestSeconds);
    }

    @Scheduled(every = "60s", identity = "docket-database", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> read() {
        return gauges.read()
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .invoke(this::show)
                .onFailure()
                .invoke(failure -> LOG.warnf("The gauges of the database could not be read: %s", failure.toString()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void show(Reading reading) {
        latest = reading;
        show(bytes, reading.tables(), Table::bytes);
        show(live, reading.tables(), Table::live);
        show(dead, reading.tables(), Table::dead);
    }

    private static void show(MultiGauge gauge, List<Table> tables, ToLongFunction<Table> value) {
        List<MultiGauge.Row<?>> rows = tables.stream()
                .<MultiGauge.Row<?>>map(
                        table -> MultiGauge.Row.of(Tags.of("table", table.name()), value.applyAsLong(table)))
                .toList();
        gauge.register(rows, true);
    }

    private static MultiGauge tables(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Reading> value) {
        Gauge.builder(name, this, meters -> value.applyAsDouble(meters.latest))
                .description(description)
                .register(registry);
    }
}
