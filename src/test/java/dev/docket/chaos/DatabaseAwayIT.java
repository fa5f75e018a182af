package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.Exchange;
import dev.docket.functional.upstream.RecordingUpstream;
import dev.docket.wire.CuttingProxy;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service while its database is away: at the start, while it works, and when it is told to stop. */
class DatabaseAwayIT {
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;

    private final RecordingUpstream upstream = RecordingUpstream.start().does(Exchange::stallThenReply);
    private ChaosDatabase database;
    private CuttingProxy proxy;

    @BeforeEach
    void start_a_database() {
        database = ChaosDatabase.start(directory);
        proxy = CuttingProxy.before(database.address().place());
    }

    @AfterEach
    void stop_the_database() {
        upstream.exchanges().forEach(Exchange::goOn);
        upstream.close();
        proxy.close();
        database.close();
    }

    @Test
    void a_start_waits_for_a_database_that_comes_up_in_time() {
        upstream.does(Behaviour.replying(200, "{}"));
        database.crash();
        try (ServiceProcess service = ServiceProcess.launch(directory, settings("DOCKET_DB_START_WAIT", "180S"))) {
            awaitLog(service, "waiting for it for up to 180 seconds");

            comeBack();

            service.whenReady();
            assertThat(service.post("/v1/jobs", Documents.shortText("x")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_start_that_waited_in_vain_is_refused_in_one_line() {
        database.crash();

        ServiceProcess service = ServiceProcess.launch(directory, settings("DOCKET_DB_START_WAIT", "0.1S"));

        assertThat(service.exit(Duration.ofSeconds(120))).isEqualTo(1);
        assertThat(service.log()
                        .lines()
                        .toList()
                        .get(service.log().lines().toList().size() - 1))
                .startsWith("docket: The database at " + proxy.place())
                .contains("cannot be reached");
        comeBack();
    }

    @Test
    void while_it_is_away_calls_are_refused_clearly_and_what_ran_meanwhile_is_settled_afterwards() {
        Map<String, String> patient = settings("DOCKET_LEASES_LEASE", "300S");
        patient.put("DOCKET_LEASES_HEARTBEAT", "0.3S");
        patient.put("DOCKET_DB_CONNECTION_WAIT", "1S");
        try (ServiceProcess service = ServiceProcess.start(directory, patient)) {
            String job = running(service);

            database.crash();
            assertUnavailable(service.get("/v1/jobs/" + job));
            assertUnavailable(service.get("/v1/jobs"));
            assertUnavailable(service.post("/v1/jobs", Documents.shortText("x")));
            assertUnavailable(service.post("/v1/jobs/" + job + "/cancel", "{}"));
            assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(503);
            assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
            upstream.next(job).goOn();
            awaitLog(service, "1 ended runs wait for the database");
            comeBack();

            Awaitility.await()
                    .ignoreExceptions()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> job(service, job).getString("status").equals("completed"));
            assertThat(job(service, job).getInteger("attempt_count")).isEqualTo(1);
            assertThat(database.count("select count(*) from job"))
                    .as("no create half done")
                    .isEqualTo(1);
            assertThat(database.count("select count(distinct job_id) from body"))
                    .isEqualTo(1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> service.get("/q/health/ready").statusCode() == 200);
            assertThat(service.log()).as("an outage is no defect").doesNotContain(" ERROR ", "\tat ");
        }
    }

    @Test
    void a_process_that_is_told_to_stop_while_it_is_away_ends_in_time_and_its_lease_brings_the_job_back() {
        Map<String, String> short_ = settings("DOCKET_EXECUTOR_DRAIN", "1S");
        short_.put("DOCKET_LEASES_LEASE", "6S");
        short_.put("DOCKET_LEASES_HEARTBEAT", "0.3S");
        ServiceProcess leaving = ServiceProcess.start(directory, short_);
        String job = running(leaving);

        database.crash();
        leaving.terminate();

        // A second of drain, ten at most to stop and to hand back, and the end of the process itself.
        assertThat(leaving.exit(Duration.ofSeconds(30))).isEqualTo(TERMINATED);
        comeBack();
        upstream.does(Behaviour.replying(200, "{}"));
        try (ServiceProcess next = ServiceProcess.start(directory, short_)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> job(next, job).getString("status").equals("completed"));
            assertThat(job(next, job).getInteger("attempt_count")).isEqualTo(2);
        }
    }

    /** A job that another service works on until it is let go on, and whose request was read some heartbeats ago. */
    private static String running(ServiceProcess service) {
        HttpResponse<String> answer = service.post("/v1/jobs?include_request=false", Documents.shortText("x"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String job = new JsonObject(answer.body()).getString("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> service.metric("docket_heartbeat_seconds_count") >= 3);
        assertThat(job(service, job).getString("status")).isEqualTo("in_progress");
        return job;
    }

    private void comeBack() {
        database.restart();
        proxy.leadTo(database.address().place());
    }

    private Map<String, String> settings(String name, String value) {
        Map<String, String> settings = new HashMap<>();
        String place = database.address().place();
        settings.put("DOCKET_DB_URL", "postgresql://" + proxy.place() + place.substring(place.indexOf('/')));
        settings.put("DOCKET_DB_USERNAME", database.address().username());
        settings.put("DOCKET_DB_PASSWORD", database.address().password());
        settings.put("DOCKET_PROCESSORS__V1_DOCUMENTS_PARSE_", "upstream");
        settings.put("DOCKET_UPSTREAM_BASE_URL", upstream.url());
        settings.put(name, value);
        return settings;
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(new JsonObject(answer.body()).getJsonObject("detail").getString("code"))
                .isEqualTo("database_unavailable");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
    }

    private static void awaitLog(ServiceProcess service, String line) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> service.log().contains(line));
    }

    private static JsonObject job(ServiceProcess service, String job) {
        return new JsonObject(service.get("/v1/jobs/" + job + "?include_request=false&include_response=false")
                .body());
    }
}
