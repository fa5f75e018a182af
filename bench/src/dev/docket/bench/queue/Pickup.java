package dev.docket.bench.queue;

import dev.docket.bench.Latencies;
import dev.docket.bench.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** From just before a create is called until its job is begun, by executors that have nothing else to do. */
final class Pickup implements Scenario {
    private static final int SAMPLES = 400;
    private static final int WARM_UP = 2_000;
    private static final int PATIENCE_SECONDS = 30;

    @Override
    public String name() {
        return "pickup";
    }

    @Override
    public void run(Bench bench) throws Exception {
        int samples = bench.options().scaled(SAMPLES);
        Database one = bench.database();
        try (ServiceProcess service = bench.service(one, "api,executor")) {
            measure(bench, one, "one process", Map.of("service", service), service, samples);
        }
        bench.server().drop(one);
        Database two = bench.database();
        try (ServiceProcess api = bench.service(two, "api");
                ServiceProcess executor = bench.service(two, "executor")) {
            measure(bench, two, "across processes", Map.of("api", api, "executor", executor), api, samples);
        }
        bench.server().drop(two);
        Database bare = bench.database();
        bench.measure(List.of(), () -> Figure.of(name(), "bare LISTEN and claim", bare(bare, bench, samples)));
        bench.server().drop(bare);
    }

    private void measure(
            Bench bench,
            Database database,
            String variant,
            Map<String, ServiceProcess> services,
            ServiceProcess api,
            int samples)
            throws Exception {
        try (LoadClient client = new LoadClient(api, Options.CALLERS)) {
            Call create = Call.post("/v1/jobs", Documents.create(Documents.SMALL));
            client.closed(bench.options().scaled(WARM_UP), 2, number -> create);
            new Queue(database).awaitEmpty();
            bench.measure(List.of(), () -> {
                Meter meter = Meter.start(bench.server().pid(), database, services);
                Latencies latencies = Latencies.ofNanos(PickupRun.sample(client, samples));
                return new Figure(name(), variant, samples, 0, latencies, meter.costs(samples), Map.of());
            });
        }
    }

    private static Latencies bare(Database database, Bench bench, int samples) throws Exception {
        try (BareNotify bare = BareNotify.on(database)) {
            for (int i = 0; i < bench.options().scaled(WARM_UP); i++) {
                bare.insert().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            Pauses pauses = new Pauses();
            List<CompletableFuture<Long>> picked = new ArrayList<>();
            for (int i = 0; i < samples; i++) {
                pauses.next();
                picked.add(bare.insert());
            }
            long[] nanos = new long[samples];
            for (int i = 0; i < samples; i++) {
                nanos[i] = picked.get(i).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            return Latencies.ofNanos(nanos);
        }
    }
}
