package dev.docket.chaos;

import static dev.docket.chaos.ReplicatedServices.FRESH;
import static dev.docket.chaos.ReplicatedServices.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes without an executor, so that jobs stay as they are, read from a replica that is held up or crashes. */
class ReplicaIT {
    private static final String AHEAD = "docket_reads_total{from=\"primary\",why=\"ahead\"";
    private static final String AWAY = "docket_reads_total{from=\"primary\",why=\"away\"";
    private static final String READS_OF_BODIES =
            "select coalesce(sum(idx_scan), 0) from pg_stat_user_tables where relname like 'body\\_%'";

    @TempDir
    static Path directory;

    private static ReplicatedServices services;
    private static JobCalls writer;
    private static JobCalls reader;

    @BeforeAll
    static void start() {
        services = ReplicatedServices.start(directory);
        writer = new JobCalls(services.writer());
        reader = new JobCalls(services.reader());
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void have_the_replica_in_use() {
        services.untilUsed();
    }

    @Test
    void a_job_its_bodies_and_a_list_are_answered_by_the_replica() {
        String sent = Documents.shortText("as it was sent");
        String job = writer.create(sent);
        double before = metric(FRESH);
        int bodies = services.standby().sql().count(READS_OF_BODIES);

        JsonObject whole = reader.retrieve(job);
        String status = reader.status(job);
        Map<String, String> listed = reader.list();

        assertThat(whole.getString("status")).isEqualTo("queued");
        assertThat(whole.getJsonObject("request")).isEqualTo(new JsonObject(sent).getJsonObject("request"));
        assertThat(status).isEqualTo("queued");
        assertThat(listed).containsEntry(job, "queued");
        assertThat(metric(FRESH)).as("answered by the replica").isEqualTo(before + 3);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> services.standby().sql().count(READS_OF_BODIES) > bodies);
    }

    @Test
    void who_created_a_job_finds_it_by_another_process_while_the_replica_is_held_up() {
        whileHeldUp(() -> {
            String job = writer.create(Documents.shortText("new"));

            assertThat(reader.list()).containsEntry(job, "queued");
            assertThat(reader.status(job)).isEqualTo("queued");
            assertThat(writer.list()).containsEntry(job, "queued");
        });
    }

    @Test
    void who_cancelled_a_job_sees_it_cancelled_by_another_process_while_the_replica_is_held_up() {
        String job = writer.create(Documents.shortText("to be cancelled"));
        assertThat(reader.status(job)).isEqualTo("queued");

        whileHeldUp(() -> {
            assertThat(writer.cancel(job)).isEqualTo("cancelled");

            assertThat(reader.status(job)).isEqualTo("cancelled");
            assertThat(reader.list()).containsEntry(job, "cancelled");
            assertThat(writer.status(job)).isEqualTo("cancelled");
        });
    }

    @Test
    void who_retried_a_job_sees_it_queued_by_another_process_while_the_replica_is_held_up() {
        String job = writer.create(Documents.shortText("to be retried"));
        writer.cancel(job);
        assertThat(reader.status(job)).isEqualTo("cancelled");

        whileHeldUp(() -> {
            assertThat(writer.retry(job)).isEqualTo("queued");

            assertThat(reader.status(job)).isEqualTo("queued");
            assertThat(reader.list()).containsEntry(job, "queued");
        });
    }

    /**
     * A commit that waits for a synchronous standby is on its way to all standbys already, and can be seen there, while
     * the primary shows it to nobody.
     */
    @Test
    void what_the_primary_does_not_show_yet_is_not_shown_from_the_replica() {
        String job = writer.create(Documents.shortText("half cancelled"));
        String cancelled = "select count(*) from job where id = '" + job + "' and status = 'cancelled'";
        try {
            services.synchronousStandby("somebody_else");
            CompletableFuture<String> cancel = CompletableFuture.supplyAsync(() -> writer.cancel(job));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> services.standby().sql().count(cancelled) == 1);
            assertThat(services.primary().count(cancelled)).isZero();
            double ahead = metric(AHEAD);

            assertThat(reader.status(job)).isEqualTo("queued");
            assertThat(reader.list()).containsEntry(job, "queued");

            assertThat(metric(AHEAD)).isEqualTo(ahead + 2);
            services.synchronousStandby("");
            assertThat(cancel.join()).isEqualTo("cancelled");
            assertThat(reader.status(job)).isEqualTo("cancelled");
        } finally {
            services.synchronousStandby("");
        }
    }

    @Test
    void a_job_that_nobody_has_is_looked_for_on_the_primary_too() {
        String nobodys = "job_" + "0".repeat(24);

        assertThat(services.reader().get("/v1/jobs/" + nobodys).statusCode()).isEqualTo(404);
        assertThat(services.reader().get("/v1/jobs?after=" + nobodys).statusCode())
                .isEqualTo(422);
    }

    @Test
    void reads_go_on_while_the_replica_is_away_and_are_answered_by_it_again() {
        String job = writer.create(Documents.shortText("read all the time"));
        long complaints = complaints();
        double away = metric(AWAY);

        services.crashStandby();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> reader.status(job).equals("queued") && metric(AWAY) >= away + 3);

        assertThat(complaints()).as("complaints in the log").isEqualTo(complaints + 1);
        assertThat(metric("docket_replica_in_use")).isZero();
        assertThat(services.reader().get("/q/health/ready").statusCode()).isEqualTo(200);
        services.restartStandby();
        services.untilUsed();
        assertThat(metric("docket_replica_in_use")).isEqualTo(1);
        assertThat(services.reader().log()).contains("The read replica is asked again.");
    }

    private static void whileHeldUp(Runnable deed) {
        services.standby().pause();
        try {
            double fromReplica = metric(FRESH);
            double fromPrimary = metric(PRIMARY);
            deed.run();
            assertThat(metric(FRESH)).as("answered by the replica").isEqualTo(fromReplica);
            assertThat(metric(PRIMARY)).as("answered by the primary").isGreaterThan(fromPrimary);
        } finally {
            services.standby().resume();
        }
    }

    private static double metric(String beginning) {
        return services.reader().metric(beginning);
    }

    private static long complaints() {
        return services.reader()
                .log()
                .lines()
                .filter(line -> line.contains("WARN") && line.contains("The read replica"))
                .count();
    }
}
