package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Finished jobs read by their ids, in no order. */
final class Retrieve implements Scenario {
    private static final int JOBS = 20_000;
    private static final int CALLS = 60_000;
    private static final long SEED = 20260101;

    @Override
    public String name() {
        return "retrieve";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Database database = bench.database();
        new Finished(database).fill(bench, bench.options().scaled(JOBS), true);
        List<String> ids = database.texts("select id from job");
        try (ServiceProcess service = bench.service(database, "api");
                LoadClient client = new LoadClient(service, Options.CALLERS)) {
            measure(bench, database, service, client, ids, "status", id -> "/v1/jobs/" + id + "/status");
            measure(
                    bench,
                    database,
                    service,
                    client,
                    ids,
                    "without bodies",
                    id -> "/v1/jobs/" + id + "?include_request=false&include_response=false");
            measure(bench, database, service, client, ids, "with both bodies", id -> "/v1/jobs/" + id);
        }
        bench.server().drop(database);
    }

    private void measure(
            Bench bench,
            Database database,
            ServiceProcess service,
            LoadClient client,
            List<String> ids,
            String variant,
            Function<String, String> path)
            throws Exception {
        Random random = new Random(SEED);
        int calls = bench.options().scaled(CALLS);
        client.closed(calls / 2, Options.CALLERS, number -> get(ids, random, path));
        bench.measure(List.of(), () -> {
            Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
            Load load = client.closed(calls, Options.CALLERS, number -> get(ids, random, path));
            return Figure.of(name(), variant, load, meter.costs(load.calls()));
        });
    }

    private static Call get(List<String> ids, Random random, Function<String, String> path) {
        return Call.get(path.apply(ids.get(random.nextInt(ids.size()))));
    }
}
