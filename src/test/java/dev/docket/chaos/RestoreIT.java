package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.RecordingUpstream;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was backed up while it worked, restored on another server, with a new process of the service on it. */
class RestoreIT {
    private static final String PLAIN = "?include_request=false";
    private static final String CLASSIFY = """
            {"endpoint":"/v1/documents/classify",
             "request":{"document":{"filename":"a.txt","url":"data:text/plain;base64,aGVsbG8="},
                        "categories":[{"name":"a","description":"b"}]}}
            """;

    @TempDir
    Path directory;

    private final RecordingUpstream upstream = RecordingUpstream.start().does(Behaviour.holding());
    private ChaosDatabase lost;

    @BeforeEach
    void start_a_database() {
        lost = ChaosDatabase.start(folder("lost"));
    }

    @AfterEach
    void stop_all() {
        lost.close();
        upstream.close();
    }

    @Test
    void a_restored_database_resumes_work_where_the_backup_was_taken() {
        ServiceProcess before = start(lost);
        String done = create(before, Documents.shortText("done"), "key-of-done");
        awaitStatus(before, done, "completed");
        JsonObject answer = job(before, done, "");
        String running = create(before, CLASSIFY, "key-of-running");
        upstream.next(running);
        String queued = create(before, CLASSIFY, "key-of-queued");
        assertThat(status(before, queued)).isEqualTo("queued");

        List<String> known = backUpUnderLoad(before);
        before.kill();
        lost.crash();

        upstream.does(Behaviour.replying(200, "{\"category\":\"a\"}"));
        try (ChaosDatabase restored = ChaosDatabase.start(directory.resolve("restored"));
                ServiceProcess after = start(restored)) {
            known.forEach(job -> awaitStatus(after, job, "completed"));
            awaitStatus(after, running, "completed");
            awaitStatus(after, queued, "completed");

            assertThat(job(after, done, "")).as("finished before").isEqualTo(answer);
            assertThat(attempts(after, running)).as("ran at the backup").isEqualTo(2);
            assertThat(attempts(after, queued)).as("waited at the backup").isEqualTo(1);
            assertThat(create(after, CLASSIFY, "key-of-queued")).isEqualTo(queued);
            assertThat(create(after, Documents.shortText("done"), "key-of-done"))
                    .isEqualTo(done);
            assertNewJobsComeLast(after, restored);
        }
    }

    /** Creates go on all the while; answers with the jobs that were acknowledged before the backup began. */
    private List<String> backUpUnderLoad(ServiceProcess service) {
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        AtomicBoolean taken = new AtomicBoolean();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            while (!taken.get()) {
                String note = Documents.shortText("note");
                acknowledged.add(create(service, note, "note-" + acknowledged.size()));
            }
        });
        Awaitility.await().until(() -> acknowledged.size() > 20 || load.isDone());
        List<String> known = List.copyOf(acknowledged);

        folder("restored");
        BaseBackup.take(lost.address(), directory.resolve("lost/database"), directory.resolve("restored/database"));
        keepPassword();

        taken.set(true);
        load.join();
        assertThat(acknowledged).as("the service worked meanwhile").hasSizeGreaterThan(known.size());
        return known;
    }

    private void assertNewJobsComeLast(ServiceProcess service, ChaosDatabase database) {
        String fresh = create(service, Documents.shortText("new"), "key-of-new");
        assertThat(database.count(
                        "select count(*) from job where seq >= (select seq from job where id = '" + fresh + "')"))
                .as("jobs that are not before it")
                .isOne();
        awaitStatus(service, fresh, "completed");
        String newest = new JsonObject(service.get("/v1/jobs?limit=1").body())
                .getJsonArray("data")
                .getJsonObject(0)
                .getString("id");
        assertThat(newest).isEqualTo(fresh);
    }

    /** The bundled server's password lies beside its files. */
    private void keepPassword() {
        try {
            Files.copy(directory.resolve("lost/password"), directory.resolve("restored/password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name) {
        try {
            return Files.createDirectory(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceProcess start(ChaosDatabase database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("DOCKET_DB_URL", "postgresql://" + database.address().place());
        settings.put("DOCKET_DB_USERNAME", database.address().username());
        settings.put("DOCKET_DB_PASSWORD", database.address().password());
        settings.put("DOCKET_PROCESSORS__V1_DOCUMENTS_CLASSIFY_", "upstream");
        settings.put("DOCKET_UPSTREAM_BASE_URL", upstream.url());
        settings.put("DOCKET_UPSTREAM_API_KEY", "sk_upstream");
        settings.put("DOCKET_LIMITS_RUNNING_PER_ENDPOINT", "1");
        settings.put("DOCKET_LEASES_LEASE", "3S");
        settings.put("DOCKET_LEASES_HEARTBEAT", "0.5S");
        return ServiceProcess.start(directory, settings, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    private static String create(ServiceProcess service, String body, String key) {
        HttpResponse<String> answer = service.post("/v1/jobs" + PLAIN, body, "Idempotency-Key", key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body()).getString("id");
    }

    private static void awaitStatus(ServiceProcess service, String job, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> status(service, job).equals(status));
    }

    private static String status(ServiceProcess service, String job) {
        return job(service, job, PLAIN).getString("status");
    }

    private static int attempts(ServiceProcess service, String job) {
        return job(service, job, PLAIN).getInteger("attempt_count");
    }

    private static JsonObject job(ServiceProcess service, String job, String query) {
        HttpResponse<String> answer = service.get("/v1/jobs/" + job + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }
}
