package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.embedded.EmbeddedPostgres;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the packaged service on one database. */
class TwoServicesIT {
    private static final Path PROGRAMS = Path.of("target", "postgres");

    @TempDir
    Path directory;

    private BundledDatabase.Running database;

    @BeforeEach
    void start_a_database() {
        database = new EmbeddedPostgres().start(directory.resolve("database"), PROGRAMS);
    }

    @AfterEach
    void stop_the_database() {
        database.close();
    }

    @Test
    void two_services_on_one_database_share_the_work() {
        try (ServiceProcess one = start(Map.of());
                ServiceProcess other = start(Map.of())) {
            String body = Documents.longPdf(60);
            List<String> jobs =
                    IntStream.range(0, 16).mapToObj(i -> create(one, body)).toList();

            jobs.forEach(job -> assertThat(untilFinal(other, job)).isEqualTo("completed"));

            assertThat(one.metric("docket_run_seconds_count")).isPositive();
            assertThat(other.metric("docket_run_seconds_count")).isPositive();
            assertThat(one.metric("docket_run_seconds_count") + other.metric("docket_run_seconds_count"))
                    .isEqualTo(jobs.size());
        }
    }

    @Test
    void a_cancel_sent_to_one_process_aborts_the_run_in_the_other() {
        // A heartbeat every minute, so that only the notification can be quick.
        Map<String, String> slowHeart = Map.of("DOCKET_LEASES_HEARTBEAT", "60S", "DOCKET_LEASES_LEASE", "300S");
        try (ServiceProcess api = start(with(slowHeart, "DOCKET_ROLES", "api"));
                ServiceProcess executor = start(with(slowHeart, "DOCKET_ROLES", "executor"))) {
            String job = create(api, Documents.longPdf(1900));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> status(api, job).equals("in_progress"));

            HttpResponse<String> answer = api.post("/v1/jobs/" + job + "/cancel?include_request=false", "");

            assertThat(new JsonObject(answer.body()).getString("status")).isEqualTo("cancelled");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> stoppedAt(api, job) != null);
            assertThat(executor.metric("docket_run_stopped_total{reason=\"cancelled\"}"))
                    .isEqualTo(1);
            assertThat(executor.get("/v1/jobs").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_drain_hands_unfinished_runs_to_the_other_process_without_spending_an_attempt() {
        try (ServiceProcess leaving = start(Map.of("DOCKET_EXECUTOR_DRAIN", "0.1S"))) {
            String job = create(leaving, Documents.longPdf(700));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> status(leaving, job).equals("in_progress"));

            leaving.stop();

            assertThat(leaving.log()).contains("Handed 1 runs back to the queue");
            try (ServiceProcess staying = start(Map.of())) {
                assertThat(untilFinal(staying, job)).isEqualTo("completed");
                assertThat(job(staying, job).getInteger("attempt_count")).isEqualTo(1);
            }
        }
    }

    private ServiceProcess start(Map<String, String> settings) {
        DatabaseAddress address = database.address();
        Map<String, String> all = new HashMap<>(settings);
        all.put("DOCKET_DB_URL", "postgresql://" + address.place());
        all.put("DOCKET_DB_USERNAME", address.username());
        all.put("DOCKET_DB_PASSWORD", address.password());
        return ServiceProcess.start(directory, all);
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(name, value);
        return all;
    }

    private static String create(ServiceProcess service, String body) {
        HttpResponse<String> answer = service.post("/v1/jobs?include_request=false", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body()).getString("id");
    }

    private static String untilFinal(ServiceProcess service, String job) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> status(service, job), status -> !status.equals("queued") && !status.equals("in_progress"));
    }

    private static String status(ServiceProcess service, String job) {
        return job(service, job).getString("status");
    }

    private static Object stoppedAt(ServiceProcess service, String job) {
        return job(service, job).getJsonObject("cancellation").getValue("stopped_at");
    }

    private static JsonObject job(ServiceProcess service, String job) {
        return new JsonObject(service.get("/v1/jobs/" + job + "?include_request=false&include_response=false")
                .body());
    }
}
