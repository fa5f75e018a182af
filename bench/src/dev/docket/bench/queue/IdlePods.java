package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a process costs that has nothing to do, and what a thousand of them cost those that work: simulated by a thousand
 * connections that listen as each of them would, without their polls.
 */
final class IdlePods implements Scenario {
    static final int PODS = 1_000;
    private static final int WARM_UP = 10_000;
    private static final int JOBS = 20_000;
    private static final int IDLE_SECONDS = 30;

    /** Idle backends report what they did some seconds later. */
    private static final int REPORTED_SECONDS = 12;

    private static final String STATEMENTS =
            "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()";

    @Override
    public String name() {
        return "idle-pods";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Database database = bench.database();
        try (ServiceProcess service = bench.service(database, "api,executor")) {
            TimeUnit.SECONDS.sleep(REPORTED_SECONDS);
            bench.measure(List.of(), () -> idle(bench, database, service));
            try (LoadClient client = new LoadClient(service, Options.CALLERS)) {
                Call create = Call.post("/v1/jobs", Documents.create(Documents.SMALL));
                client.closed(bench.options().scaled(WARM_UP), Options.CALLERS, number -> create);
                measure(bench, database, service, client, "none listen");
                Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
                listen(vertx, database);
                measure(bench, database, service, client, PODS + " listen");
                vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
            }
        }
        bench.server().drop(database);
    }

    /** One process at rest: its transactions are the figure's jobs. */
    private Figure idle(Bench bench, Database database, ServiceProcess service) throws Exception {
        long before = database.number(STATEMENTS);
        Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        long transactions = database.number(STATEMENTS) - before;
        Costs costs = meter.costs(Math.max(1, transactions));
        return new Figure(name(), "transactions of one", transactions, IDLE_SECONDS, null, costs, Map.of());
    }

    private void measure(Bench bench, Database database, ServiceProcess service, LoadClient client, String variant)
            throws Exception {
        Call create = Call.post("/v1/jobs", Documents.create(Documents.SMALL));
        new Queue(database).awaitEmpty();
        database.settle();
        bench.measure(List.of(), () -> {
            Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
            Load load = client.closed(bench.options().scaled(JOBS), Options.CALLERS, number -> create);
            new Queue(database).awaitEmpty();
            return Figure.of(name(), variant, load, meter.costs(load.calls()));
        });
    }

    private static void listen(Vertx vertx, Database database) throws Exception {
        for (int i = 0; i < PODS; i++) {
            Future<PgConnection> connected = PgConnection.connect(vertx, database.reactive());
            PgConnection connection =
                    connected.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
            connection
                    .query("listen docket_ready; listen docket_cancelled")
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
