package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/** Waiting jobs cancelled one a call, each once. */
final class CancelQueued implements Scenario {
    private static final int WARM_UP = 10_000;
    private static final int JOBS = 20_000;
    private static final String LEFT = "select count(*) from job where status <> 'cancelled'";

    @Override
    public String name() {
        return "cancel-queued";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Database database = bench.database();
        int warmUp = bench.options().scaled(WARM_UP);
        int jobs = bench.options().scaled(JOBS);
        new Queue(database).fill(bench, warmUp + jobs);
        List<String> ids = database.texts("select id from job order by seq");
        try (ServiceProcess service = bench.service(database, "api");
                LoadClient client = new LoadClient(service, Options.CALLERS)) {
            client.closed(warmUp, Options.CALLERS, number -> cancel(ids.get(number)));
            database.settle();
            bench.measure(List.of(Limit.CANCEL1), () -> {
                Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
                Load load = client.closed(jobs, Options.CALLERS, number -> cancel(ids.get(warmUp + number)));
                return Figure.of(name(), Options.CALLERS + " callers", load, meter.costs(jobs))
                        .with("not cancelled", database.number(LEFT));
            });
        }
        bench.server().drop(database);
    }

    static Call cancel(String job) {
        return Call.post("/v1/jobs/" + job + "/cancel", Buffer.buffer());
    }
}
