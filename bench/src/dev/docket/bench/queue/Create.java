package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/** Jobs created one a call: by callers that wait for their answers, and at a rate that does not wait. */
final class Create implements Scenario {
    private static final int WARM_UP = 20_000;
    private static final int JOBS = 40_000;

    /** Of what the waiting callers have reached; at its most a queue has no latency to speak of. */
    private static final double SHARE = 0.7;

    @Override
    public String name() {
        return "create";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Options options = bench.options();
        Buffer body = Documents.create(Documents.SMALL);
        Call create = Call.post("/v1/jobs", body);
        Database database = bench.database();
        try (ServiceProcess service = bench.service(database, "api");
                LoadClient client = new LoadClient(service, 256);
                WakeUps wakeUps = new WakeUps(database)) {
            client.closed(options.scaled(WARM_UP), Options.CALLERS, number -> create);
            database.settle();
            Measured closed = bench.measure(List.of(Limit.INSERT1), () -> {
                Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
                long before = wakeUps.count();
                Load load = client.closed(options.scaled(JOBS), Options.CALLERS, number -> create);
                return Figure.of(name(), Options.CALLERS + " callers", load, meter.costs(load.calls()))
                        .with("notifications a job", (wakeUps.count() - before) / (double) load.calls());
            });
            database.settle();
            double rate = options.rate() > 0 ? options.rate() : closed.rate() * SHARE;
            bench.measure(List.of(Limit.INSERT1), () -> {
                Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
                Load load = client.open(rate, options.seconds() * Math.min(1, options.scale()), number -> create);
                return Figure.of(name(), Math.round(rate) + " a second", load, meter.costs(load.calls()));
            });
        }
        bench.server().drop(database);
    }
}
