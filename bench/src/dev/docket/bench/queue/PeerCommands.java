package dev.docket.bench.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.bench.CancelRun;
import dev.docket.bench.HoldingUpstream;
import dev.docket.bench.Jobs;
import dev.docket.bench.Latencies;
import dev.docket.bench.ServiceProcess;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What each command does, over HTTP against processes of the packaged service, and what it answers. */
final class PeerCommands {
    private static final int BULK_CANCELS = 10_000;
    private static final int RUNNING = 5;
    private static final String LEFT = "select count(*) from job where completed_at is null";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Services services;
    private final Database database;
    private final long server;
    private final WarmUp warmUp;

    PeerCommands(Services services, Database database, long server, WarmUp warmUp) {
        this.services = services;
        this.database = database;
        this.server = server;
        this.warmUp = warmUp;
    }

    Map<String, Object> info() {
        return Map.of(
                "peer",
                "docket",
                "version",
                "HTTP service",
                "java",
                ServiceProcess.isNative() ? "none, a native binary" : System.getProperty("java.version"),
                "config",
                Map.of("request_bytes", Documents.SMALL, "warm_up", warmUp.calls()),
                "keeps_finished",
                true,
                "bulk",
                "POST " + BulkCreate.PATH,
                "cancel",
                "POST /v1/jobs/{id}/cancel");
    }

    /** The first process makes the tables. */
    Map<String, Object> setUp() throws Exception {
        services.service(database, "api").close();
        return Map.of("ok", true);
    }

    Map<String, Object> enqueue(int jobs, int callers) throws Exception {
        Call create = Call.post("/v1/jobs", Documents.create(Documents.SMALL));
        try (ServiceProcess service = services.service(database, "api");
                LoadClient client = new LoadClient(service, callers)) {
            warmUp.run(client, callers, number -> create);
            Meter meter = meter(service);
            Load load = client.closed(jobs, callers, number -> create);
            return PeerAnswer.of(load, meter.costs(jobs));
        }
    }

    Map<String, Object> bulk(int jobs) throws Exception {
        try (ServiceProcess service = services.service(database, "api");
                LoadClient client = new LoadClient(service, 1)) {
            if (!BulkCreate.isOffered(service)) {
                throw new IllegalStateException("no bulk create");
            }
            BulkCreate bulk = new BulkCreate(database, client);
            bulk.create(warmUp.calls());
            Meter meter = meter(service);
            BulkCreate.Made made = bulk.create(jobs);
            return PeerAnswer.of(made.jobs(), made.seconds(), meter.costs(made.jobs()));
        }
    }

    Map<String, Object> prefill(int jobs, boolean analyze) throws Exception {
        new Queue(database).fillOnly(services, jobs);
        if (analyze) {
            database.run("analyze");
        }
        return Map.of("n", jobs);
    }

    Map<String, Object> drain(int jobs) throws Exception {
        return PeerAnswer.of(DrainRun.of(services, server, database, jobs));
    }

    Map<String, Object> latency(int samples) throws Exception {
        try (ServiceProcess service = services.service(database, "api,executor");
                LoadClient client = new LoadClient(service, Options.CALLERS)) {
            Call create = Call.post("/v1/jobs", Documents.create(Documents.SMALL));
            new WarmUp(warmUp.calls() / 10).run(client, 2, number -> create);
            new Queue(database).awaitEmpty();
            Latencies latencies = Latencies.ofNanos(PickupRun.sample(client, samples));
            Map<String, Object> answer = new LinkedHashMap<>(PeerAnswer.millis(latencies));
            answer.put("samples", samples);
            answer.put("lost", 0);
            return answer;
        }
    }

    Map<String, Object> ballast(int rows) throws Exception {
        new Finished(database).fill(services, rows, true);
        return Map.of("rows", rows);
    }

    Map<String, Object> cancelQueued(int jobs, int callers) throws Exception {
        new Queue(database).fill(services, warmUp.calls() + jobs);
        List<String> ids = database.texts("select id from job order by seq");
        try (ServiceProcess service = services.service(database, "api");
                LoadClient client = new LoadClient(service, callers)) {
            int used = warmUp.run(client, callers, number -> CancelQueued.cancel(ids.get(number)));
            Meter meter = meter(service);
            Load load = client.closed(jobs, callers, number -> CancelQueued.cancel(ids.get(used + number)));
            Map<String, Object> answer = PeerAnswer.of(load, meter.costs(jobs));
            int spare = ids.size() - used - jobs;
            answer.put("left_after", database.number(LEFT) - spare);
            answer.put("api", "POST /v1/jobs/{id}/cancel");
            new CopyJobs(database).of(Queue.create(client), BULK_CANCELS - 1, true);
            answer.put("bulk_rate", Math.round(BULK_CANCELS / secondsOfCancellingAll(client)));
            answer.put("bulk_api", "POST /v1/jobs/cancel of all that are live");
            return answer;
        }
    }

    Map<String, Object> cancelRunning() throws Exception {
        try (HoldingUpstream upstream = new HoldingUpstream();
                ServiceProcess service = services.service(
                        database,
                        "api,executor",
                        Map.of(
                                "DOCKET_PROCESSORS__V1_DOCUMENTS_PARSE_",
                                "upstream",
                                "DOCKET_UPSTREAM_BASE_URL",
                                upstream.url()))) {
            CancelRun run = new CancelRun(new Jobs(service.url()), upstream);
            run.run(1);
            run.replacing(Math.max(1, warmUp.calls() / 100));
            double[] millis = new double[RUNNING];
            for (int i = 0; i < RUNNING; i++) {
                millis[i] = run.replacing(1).stop().most();
            }
            run.all();
            String note = "until the service that does the work sees its call closed";
            return Map.of("reaches_handler", true, "ms", millis, "note", note);
        }
    }

    private static double secondsOfCancellingAll(LoadClient client) throws Exception {
        long start = System.nanoTime();
        Buffer all = Buffer.buffer("{\"filter\":{},\"all\":true}");
        JsonNode bulk =
                JSON.readTree(client.call(Call.post("/v1/jobs/cancel", all)).getBytes());
        while (!bulk.get("status").asText().equals("completed")) {
            TimeUnit.MILLISECONDS.sleep(5);
            Call again = Call.get("/v1/jobs/cancel/" + bulk.get("id").asText());
            bulk = JSON.readTree(client.call(again).getBytes());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Meter meter(ServiceProcess service) throws Exception {
        return Meter.start(server, database, Map.of("service", service));
    }
}
