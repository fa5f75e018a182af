package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.functional.upstream.Exchange;
import dev.docket.functional.upstream.RecordingUpstream;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM to a process that has its hands full. */
class DrainIT {
    private static final int TERMINATED = 143;
    private static final int LEASE_SECONDS = 3;
    private static final String NOTE = Documents.shortText("note");
    private static final String CLASSIFY = """
            {"endpoint":"/v1/documents/classify",
             "request":{"document":{"filename":"a.txt","url":"data:text/plain;base64,aGVsbG8="},
                        "categories":[{"name":"a","description":"b"}]}}
            """;

    @TempDir
    Path directory;

    private ChaosDatabase database;

    @BeforeEach
    void start_a_database() {
        database = ChaosDatabase.start(directory);
    }

    @AfterEach
    void stop_the_database() {
        database.close();
    }

    @Test
    void under_load_nothing_is_lost_nothing_that_finished_runs_again_and_no_attempt_is_spent() {
        List<String> jobs = new CopyOnWriteArrayList<>();
        ServiceProcess leaving = start(Map.of("DOCKET_EXECUTOR_DRAIN", "1S", "DOCKET_LOCAL_THREADS", "3"));
        String paper = Documents.longPdf(1200);
        jobs.add(create(leaving, paper));
        jobs.add(create(leaving, paper));
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> createUntilRefused(leaving, jobs));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("status = 'completed'") > 5 && count("status = 'in_progress'") > 0);

        leaving.terminate();

        // A second of drain, ten at most to stop and to hand back, and the end of the process itself.
        assertThat(leaving.exit(Duration.ofSeconds(45))).isEqualTo(TERMINATED);
        load.join();
        assertThat(leaving.log()).doesNotContain("Pool closed", "NullPointerException");
        int finished = count("status = 'completed'");
        assertThat(count("status not in ('completed', 'queued')"))
                .as("left behind")
                .isZero();
        jobs.forEach(job -> assertThat(count("id = '" + job + "'")).as("stored").isOne());
        int stored = count("true");
        assertThat(count("status = 'queued' and attempt_count > 0"))
                .as("attempts spent")
                .isZero();
        try (ServiceProcess staying = start(Map.of())) {
            jobs.forEach(job -> awaitCompleted(staying, job));
            assertThat(count("attempt_count <> 1")).as("run twice").isZero();
            assertThat(staying.metric("docket_run_seconds_count")).isEqualTo(stored - finished);
        }
    }

    @Test
    void heartbeats_go_on_while_a_run_outlasts_its_lease_in_the_drain() {
        RecordingUpstream upstream = RecordingUpstream.start().does(Exchange::stallThenReply);
        Map<String, String> shortLease = Map.of(
                "DOCKET_LEASES_LEASE", LEASE_SECONDS + "S",
                "DOCKET_LEASES_HEARTBEAT", "0.5S",
                "DOCKET_EXECUTOR_DRAIN", "180S",
                "DOCKET_LOCAL_THREADS", "2",
                "DOCKET_PROCESSORS__V1_DOCUMENTS_CLASSIFY_", "upstream",
                "DOCKET_UPSTREAM_BASE_URL", upstream.url());
        try (upstream;
                ServiceProcess rescuing = start(with(shortLease, "DOCKET_ROLES", "api"))) {
            ServiceProcess leaving = start(shortLease);
            String paper = Documents.longPdf(600);
            List<String> jobs = Stream.of(CLASSIFY, CLASSIFY, paper, paper)
                    .map(body -> create(leaving, body))
                    .toList();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> count("status = 'in_progress'") == 4);
            int told = database.count("select ceil(extract(epoch from clock_timestamp()))::int");

            leaving.terminate();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> database.count("select count(*) where clock_timestamp() > to_timestamp("
                                    + (told + LEASE_SECONDS) + ")")
                            == 1);
            upstream.exchanges().forEach(Exchange::goOn);

            assertThat(leaving.exit(Duration.ofSeconds(200))).isEqualTo(TERMINATED);
            assertThat(count("status = 'completed'")).isEqualTo(jobs.size());
            assertThat(count("completed_at > to_timestamp(" + (told + LEASE_SECONDS) + ")"))
                    .as("outlasted their lease")
                    .isGreaterThanOrEqualTo(2);
            assertThat(count("claim <> 1 or attempt_count <> 1"))
                    .as("taken twice")
                    .isZero();
            assertThat(rescuing.metric("docket_maintenance_jobs_total{what=\"rescued\"}"))
                    .isZero();
        }
    }

    private static void createUntilRefused(ServiceProcess service, List<String> jobs) {
        try {
            while (service.isAlive()) {
                HttpResponse<String> answer = service.post("/v1/jobs?include_request=false", NOTE);
                if (answer.statusCode() == 200) {
                    jobs.add(new JsonObject(answer.body()).getString("id"));
                }
            }
        } catch (UncheckedIOException gone) {
            // It does not listen any more. A call whose answer was lost on the way would be in no list of this client.
        }
    }

    private int count(String condition) {
        return database.count("select count(*) from job where " + condition);
    }

    private ServiceProcess start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("DOCKET_DB_URL", "postgresql://" + database.address().place());
        all.put("DOCKET_DB_USERNAME", database.address().username());
        all.put("DOCKET_DB_PASSWORD", database.address().password());
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

    private static void awaitCompleted(ServiceProcess service, String job) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> new JsonObject(
                                service.get("/v1/jobs/" + job + "/status").body())
                        .getString("status")
                        .equals("completed"));
    }
}
