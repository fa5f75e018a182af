package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is behind the replica's URL goes its own way: its transactions have the numbers that the primary gives to others,
 * and its log is longer, so neither tells that it shows what never was.
 */
class PromotedReplicaIT {
    private static final String CANCEL = """
            update job
            set status = 'cancelled',
                completed_at = clock_timestamp(),
                cancel_requested_at = clock_timestamp(),
                work_started = false,
                ready_pos = null,
                available_at = null
            """;

    private static final String CANCELLED = "select count(*) from job where status = 'cancelled'";

    private static final String SENT = base64("as sent");
    private static final String FORGED = base64("forged!");
    private static final String FORGE = """
            update body
            set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '%s', '%s'), 'UTF8')
            """.formatted(SENT, FORGED);

    private static final String NEXT_SEGMENT = "select pg_switch_wal()";
    private static final String SEGMENT = "select ((%s - '0/0'::pg_lsn) / (16 * 1024 * 1024))::int";
    private static final String STREAMING = "select count(*) from pg_stat_wal_receiver where status = 'streaming'";

    /** Of four million bytes. */
    private static final String MUCH_LOG = "select pg_logical_emit_message(true, '', repeat(md5(''), 125000))";

    @TempDir
    Path directory;

    private FailingOver scene;
    private JobCalls calls;
    private String job;

    @BeforeEach
    void have_a_job() {
        scene = FailingOver.start(directory);
        calls = new JobCalls(scene.service());
        job = calls.create(Documents.shortText("as sent"));
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
    }

    @Test
    void a_standby_that_was_promoted_answers_nothing() {
        Standby standby = used(scene.standby("standby"));

        standby.promote();
        goOwnWay(standby.sql());

        assertPrimaryAnswers();
    }

    @Test
    void no_body_is_read_from_a_standby_that_was_promoted() {
        Standby standby = used(scene.standby("standby"));

        standby.promote();
        standby.sql().execute(FORGE);

        assertThat(scene.service().get("/v1/jobs?status=queued").body())
                .contains(SENT)
                .doesNotContain(FORGED);
    }

    @Test
    void a_standby_that_follows_a_promoted_one_answers_nothing_for_the_primary_that_was_left_behind() {
        Standby promoted = scene.standby("promoted");
        Standby follower = used(scene.standby("follower", promoted));

        promoted.promote();
        goOwnWay(promoted.sql());
        untilCancelled(follower.sql());

        assertPrimaryAnswers();
    }

    /** As when a backup takes the place of the primary, and the standby is not made anew. */
    @Test
    void a_standby_that_knows_a_future_of_which_the_primary_was_set_back_answers_nothing() {
        Standby standby = used(scene.standby("standby"));
        Path earlier = scene.primary().backUp(directory.resolve("earlier"));
        goOwnWay(scene.primary().sql());
        untilCancelled(standby.sql());
        scene.primary().crash();

        Sql restored = scene.opened(ChaosDatabase.start(earlier)).sql();
        scene.primaryIs(restored);
        int known = standby.sql().count(SEGMENT.formatted("pg_last_wal_replay_lsn()"));
        while (restored.count(SEGMENT.formatted("pg_current_wal_lsn()")) < known) {
            restored.execute(NEXT_SEGMENT);
            restored.execute("select pg_current_xact_id()");
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> standby.sql().count(STREAMING) == 1);

        assertPrimaryAnswers();
        assertThat(standby.sql().count(STREAMING)).isOne();
        assertThat(restored.count(SEGMENT.formatted("pg_current_wal_lsn()"))).isEqualTo(known);
        // Else the server that sends would wait, before it stops, for this one to confirm what it takes for old.
        standby.crash();
    }

    @Test
    void a_standby_of_another_database_answers_nothing_and_one_that_takes_its_place_does() {
        used(scene.standby("standby"));
        ChaosDatabase other = scene.stranger("other");

        scene.replicaIs(
                scene.opened(Standby.start(other, directory.resolve("others"))).sql());
        assertPrimaryAnswers();

        used(scene.standby("successor"));
        assertThat(calls.status(job)).isEqualTo("queued");
    }

    @Test
    void a_database_beside_the_primarys_answers_nothing() {
        scene.haveSister("sister");
        used(scene.standby("standby"));

        ServiceProcess misled = scene.start("sister");

        assertThat(new JobCalls(misled).list()).containsEntry(job, "queued");
        assertThat(misled.metric(ReplicatedServices.FRESH)).isZero();
    }

    /** And not only after the next restart point, minutes later. */
    @Test
    void when_both_urls_lead_to_the_new_roles_the_new_replica_answers() {
        Standby promoted = scene.standby("promoted");
        Standby follower = used(scene.standby("follower", promoted));

        scene.primary().crash();
        promoted.promote();
        scene.primaryIs(promoted.sql());

        scene.untilReplicaAnswers();
        assertThat(calls.cancel(job)).isEqualTo("cancelled");
        assertThat(calls.status(job)).isEqualTo("cancelled");
        untilCancelled(follower.sql());
    }

    @Test
    void a_standby_that_does_not_tell_its_user_what_it_follows_answers_nothing_and_the_log_says_what_to_grant() {
        scene.primary().sql().execute("revoke pg_read_all_stats from reader");
        scene.replicaIs(scene.standby("standby").sql());

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> calls.status(job).equals("queued")
                        && scene.service().log().contains("needs the role pg_read_all_stats"));
        assertThat(scene.readsOfReplica()).isZero();

        scene.primary().sql().execute("grant pg_read_all_stats to reader");
        scene.untilReplicaAnswers();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Standby used(Standby standby) {
        scene.replicaIs(standby.sql());
        scene.untilReplicaAnswers();
        return standby;
    }

    /** There the job is cancelled, and the log is longer than the primary's will be. */
    private static void goOwnWay(Sql server) {
        server.execute(CANCEL);
        server.execute(NEXT_SEGMENT);
        server.execute(MUCH_LOG);
    }

    private static void untilCancelled(Sql server) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> server.count(CANCELLED) == 1);
    }

    /** After it has given the numbers of those transactions to its own. */
    private void assertPrimaryAnswers() {
        calls.create(Documents.shortText("one more"));
        calls.create(Documents.shortText("another one"));
        double before = scene.readsOfReplica();
        for (int read = 0; read < 3; read++) {
            assertThat(calls.status(job)).isEqualTo("queued");
            assertThat(calls.list()).containsEntry(job, "queued").hasSize(3);
        }
        assertThat(scene.readsOfReplica()).as("answered by the replica").isEqualTo(before);
    }
}
