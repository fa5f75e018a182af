package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.start.DatabaseAddress;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service behind PgBouncer in transaction mode; skipped where none is installed. */
class PoolerIT {
    /** So slow that only a notification can be quick. */
    private static final Map<String, String> SLOW_HEART =
            Map.of("DOCKET_LEASES_HEARTBEAT", "60S", "DOCKET_LEASES_LEASE", "300S");

    private static final Map<String, String> SHORT_LEASE =
            Map.of("DOCKET_LEASES_LEASE", "3S", "DOCKET_LEASES_HEARTBEAT", "0.5S");

    private static final String QUICK = "/v1/documents/extract";
    private static final String NOOP = """
            {"endpoint":"%s","request":{"document":{"filename":"n.txt","url":"data:text/plain;base64,bg=="},\
            "json_schema":{"type":"object"},"model":"retab-small"}}""".formatted(QUICK);

    @TempDir
    static Path directory;

    private static ChaosDatabase database;
    private static PgBouncer pooler;

    @BeforeAll
    static void start_a_database_and_a_pooler() {
        assumeTrue(PgBouncer.program().isPresent(), "PgBouncer is not installed");
        database = ChaosDatabase.start(directory);
        pooler = PgBouncer.before(database.address(), directory);
    }

    @AfterAll
    static void stop_them() {
        if (pooler != null) {
            pooler.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void every_verb_on_waiting_jobs_works_without_a_session() {
        try (ServiceProcess api = start(SLOW_HEART, "api")) {
            assertThat(api.log())
                    .contains("behind a pooler in transaction mode")
                    .contains("without enable_seqscan");
            assertThat(database.count("select count(*) from flyway_schema_history where not success"))
                    .isZero();
            String job = create(api, Documents.shortText("one"));
            List<String> batch = createBatch(api, 20);

            assertThat(new JsonObject(api.get("/v1/jobs?limit=100").body())
                            .getJsonArray("data")
                            .size())
                    .isGreaterThanOrEqualTo(21);
            assertThat(status(api, job)).isEqualTo("queued");
            assertThat(post(api, "/v1/jobs/" + job + "/cancel", "").getString("status"))
                    .isEqualTo("cancelled");
            assertThat(post(api, "/v1/jobs/" + job + "/retry", "").getString("status"))
                    .isEqualTo("queued");
            JsonObject bulk = new JsonObject()
                    .put("ids", new JsonArray().addAll(new JsonArray(batch)).add(job));
            assertThat(api.post("/v1/jobs/cancel", bulk.encode()).statusCode()).isIn(200, 202);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> database.count("select count(*) from job where completed_at is null") == 0);
            assertThat(batch).allSatisfy(each -> assertThat(status(api, each)).isEqualTo("cancelled"));
        }
    }

    @Test
    void two_processes_share_the_work_and_a_cancel_reaches_the_run_in_the_other_one() {
        try (ServiceProcess api = start(SLOW_HEART, "api");
                ServiceProcess executor = start(SLOW_HEART, "executor")) {
            IntStream.range(0, 2).forEach(i -> createBatch(api, 1_000));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> database.count("select count(*) from job where completed_at is null") == 0);
            assertThat(database.count("select count(*) from job where status = 'completed' and attempt_count = 1"
                            + " and endpoint = '" + QUICK + "'"))
                    .isEqualTo(2_000);

            String job = create(api, Documents.longPdf(1900));
            awaitStatus(api, job, "in_progress");
            assertThat(post(api, "/v1/jobs/" + job + "/cancel", "").getString("status"))
                    .isEqualTo("cancelled");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> job(api, job).getJsonObject("cancellation").getValue("stopped_at") != null);
            assertThat(executor.metric("docket_run_stopped_total{reason=\"cancelled\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void the_runs_of_a_killed_process_are_rescued() {
        ServiceProcess killed = start(SHORT_LEASE, "api,executor");
        String job = create(killed, Documents.longPdf(700));
        awaitStatus(killed, job, "in_progress");

        killed.kill();

        try (ServiceProcess next = start(SHORT_LEASE, "api,executor")) {
            awaitStatus(next, job, "completed");
            assertThat(job(next, job).getInteger("attempt_count")).isEqualTo(2);
        }
    }

    private static ServiceProcess start(Map<String, String> settings, String roles) {
        DatabaseAddress address = database.address();
        Map<String, String> all = new HashMap<>(settings);
        all.put("DOCKET_ROLES", roles);
        all.put("DOCKET_DB_POOLER", "transaction");
        all.put("DOCKET_DB_URL", pooler.url());
        all.put("DOCKET_DB_SESSION_URL", "postgresql://" + address.place());
        all.put("DOCKET_DB_USERNAME", address.username());
        all.put("DOCKET_DB_PASSWORD", address.password());
        all.put("DOCKET_BENCH_NOOP_ENABLED", "true");
        all.put("DOCKET_PROCESSORS__V1_DOCUMENTS_EXTRACT_", "noop");
        return ServiceProcess.start(directory, all);
    }

    private static String create(ServiceProcess service, String body) {
        return post(service, "/v1/jobs?include_request=false", body).getString("id");
    }

    private static List<String> createBatch(ServiceProcess service, int size) {
        String jobs =
                String.join(",", IntStream.range(0, size).mapToObj(i -> NOOP).toList());
        JsonObject answer = post(service, "/v1/jobs/batch", "{\"jobs\":[" + jobs + "]}");
        return answer.getJsonArray("data").stream()
                .map(JsonObject.class::cast)
                .map(each -> each.getJsonObject("job").getString("id"))
                .toList();
    }

    private static JsonObject post(ServiceProcess service, String path, String body) {
        HttpResponse<String> answer = service.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static void awaitStatus(ServiceProcess service, String job, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> status(service, job).equals(status));
    }

    private static String status(ServiceProcess service, String job) {
        return job(service, job).getString("status");
    }

    private static JsonObject job(ServiceProcess service, String job) {
        return new JsonObject(service.get("/v1/jobs/" + job + "?include_request=false&include_response=false")
                .body());
    }
}
