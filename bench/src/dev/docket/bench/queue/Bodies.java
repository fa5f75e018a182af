package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.util.List;
import java.util.Map;

/** Requests of three sizes, created by callers that wait while the same process runs them. */
final class Bodies implements Scenario {
    private static final int LARGE = 100 * 1024;
    private static final int HUGE = 10 * 1024 * 1024;

    /** As many runs as a service that is called has by default: each holds its request. */
    private static final Map<String, String> FEW = Map.of("DOCKET_BENCH_NOOP_CONCURRENCY", "8");

    private static final String FAILED = "select count(*) from job where status <> 'completed'";

    @Override
    public String name() {
        return "bodies";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Database database = bench.database();
        try (ServiceProcess service = bench.service(database, "api,executor", FEW);
                LoadClient client = new LoadClient(service, Options.CALLERS)) {
            measure(
                    bench,
                    database,
                    service,
                    client,
                    "1 KB",
                    Documents.SMALL,
                    bench.options().scaled(20_000));
            measure(
                    bench,
                    database,
                    service,
                    client,
                    "100 KB",
                    LARGE,
                    bench.options().scaled(2_000));
            measure(
                    bench,
                    database,
                    service,
                    client,
                    "10 MB",
                    HUGE,
                    Math.max(20, bench.options().scaled(100)));
        }
        bench.server().drop(database);
    }

    private void measure(
            Bench bench,
            Database database,
            ServiceProcess service,
            LoadClient client,
            String variant,
            int bytes,
            int jobs)
            throws Exception {
        Call create = Call.post("/v1/jobs?include_request=false", Documents.create(bytes));
        client.closed(Math.max(Options.CALLERS, jobs / 4), Options.CALLERS, number -> create);
        new Queue(database).awaitEmpty();
        database.run("checkpoint");
        bench.measure(List.of(), () -> {
            Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
            Load load = client.closed(jobs, Options.CALLERS, number -> create);
            new Queue(database).awaitEmpty();
            return Figure.of(name(), variant, load, meter.costs(load.calls()))
                    .with("MB a second", load.rate() * bytes / 1e6)
                    .with("not completed", database.number(FAILED));
        });
    }
}
