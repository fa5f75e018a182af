package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import io.vertx.core.buffer.Buffer;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/**
 * A transaction that somebody has forgotten keeps every dead row from being cleared away while jobs come and go: drains
 * before it and under it, and a load at a constant rate between them.
 */
final class PinnedXmin implements Scenario {
    private static final int JOBS = 20_000;
    private static final int RATE = 800;
    private static final double SECONDS_OF_A_MINUTE = 60;

    @Override
    public String name() {
        return "pinned-xmin";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Options options = bench.options();
        Database database = bench.database();
        int jobs = options.scaled(JOBS);
        int rate = options.rate() > 0 ? options.rate() : RATE;
        Measured before = drain(bench, database, "drain, not pinned", jobs);
        try (Connection pin = database.address().connect()) {
            pin.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            pin.setAutoCommit(false);
            // A snapshot that is kept, and a transaction number of its own.
            pin.createStatement().execute("select pg_current_xact_id()");
            load(bench, database, rate, options.minutes());
            Comparison comparison = new Comparison();
            comparison.add(before, drain(bench, database, "drain, pinned", jobs));
            bench.add(comparison.figure(name(), "pinned beside not"));
            pin.rollback();
        }
        bench.server().drop(database);
    }

    private void load(Bench bench, Database database, int rate, double minutes) throws Exception {
        Buffer body = Documents.create(Documents.SMALL);
        Call create = Call.post("/v1/jobs", body);
        try (ServiceProcess service = bench.service(database, "api,executor");
                LoadClient client = new LoadClient(service, 256)) {
            for (int minute = 1; minute <= Math.ceil(minutes); minute++) {
                double seconds = SECONDS_OF_A_MINUTE * Math.min(1, minutes - minute + 1);
                String variant = rate + " a second, minute " + minute;
                bench.measure(List.of(), () -> {
                    Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
                    Load load = client.open(rate, seconds, number -> create);
                    return Figure.of(name(), variant, load, meter.costs(load.calls()))
                            .with("waiting", database.number("select count(*) from job where ready_pos is not null"));
                });
            }
            new Queue(database).awaitEmpty();
        }
    }

    private Measured drain(Bench bench, Database database, String variant, int jobs) throws Exception {
        new Queue(database).fill(bench, jobs);
        return bench.measure(
                List.of(Limit.CLAIM100), () -> bench.drain(database, jobs).figure(name(), variant));
    }
}
