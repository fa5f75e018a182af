package dev.docket.bench.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.bench.Latencies;
import dev.docket.bench.ServiceProcess;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private static final ObjectMapper JSON = new ObjectMapper();

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
                Meter meter = Meter.start(bench, database, services);
                Latencies latencies = Latencies.ofNanos(sample(client, samples));
                return new Figure(name(), variant, samples, 0, latencies, meter.costs(samples), Map.of());
            });
        }
    }

    private static long[] sample(LoadClient client, int samples) throws Exception {
        Pauses pauses = new Pauses();
        List<String> jobs = new ArrayList<>();
        long[] sent = new long[samples];
        for (int i = 0; i < samples; i++) {
            pauses.next();
            sent[i] = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            jobs.add(Queue.create(client));
        }
        pauses.next();
        long[] nanos = new long[samples];
        for (int i = 0; i < samples; i++) {
            nanos[i] = (begun(client, jobs.get(i)) - sent[i]) * 1000;
        }
        return nanos;
    }

    /** When the processor began it, which it says itself, by the clock that all processes of a machine share. */
    private static long begun(LoadClient client, String job) throws Exception {
        Call get = Call.get("/v1/jobs/" + job + "?include_response=true");
        JsonNode answer = JSON.readTree(client.call(get).getBytes());
        JsonNode begun = answer.at("/response/body/started_at_micros");
        if (!begun.isNumber()) {
            throw new IllegalStateException("a job that should be done is " + answer.get("status"));
        }
        return begun.asLong();
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
