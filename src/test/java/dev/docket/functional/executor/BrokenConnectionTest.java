package dev.docket.functional.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.docket.JobRows;
import dev.docket.ProxiedPostgres;
import dev.docket.ServiceClient;
import dev.docket.job.JobId;
import dev.docket.wire.BlackHole;
import dev.docket.wire.Cut;
import dev.docket.wire.CuttingProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An executor whose connections are cut, or dead without being cut, goes on by itself. */
@QuarkusTest
@TestProfile(SlowHeartProfile.class)
@WithTestResource(ProxiedPostgres.class)
class BrokenConnectionTest {
    private static final String ENDPOINT = "/v1/edit/templates/generate";
    private static final String CLAIM = "set status = case when j.validated then 'in_progress'";
    private static final String BEAT = "set lease_until = ";
    private static final String LISTENER = "docket-listener";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    CuttingProxy proxy;

    @Inject
    GateProcessor gate;

    @BeforeEach
    void listen() {
        awaitListeners(1);
    }

    @AfterEach
    void let_everything_go() {
        gate.open();
        gate.reset();
    }

    @Test
    void a_job_whose_claim_was_never_answered_is_run_without_spending_an_attempt() {
        Cut cut = proxy.loseAnswer(CLAIM);

        String job = create();

        cut.await();
        gate.awaitWork(job);
        assertThat(row(job))
                .containsEntry("claim", 2)
                .containsEntry("attempt_count", 1)
                .containsEntry("attempts_left", 2);
        assertThat(gate.begun()).hasSize(1);
    }

    @Test
    void a_create_whose_answer_was_lost_answers_with_its_one_job_and_runs_it_once() {
        gate.open();
        Cut cut = proxy.loseAnswer("insert into job (");

        String job = create();

        cut.await();
        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(JobRows.count("select count(*) from job where organization_id = ?", client.organization()))
                .isEqualTo(1);
        assertThat(gate.begun()).hasSize(1);
    }

    @Test
    void a_result_whose_answer_was_lost_is_settled_once_and_not_taken_for_late() {
        gate.open();
        Cut cut = proxy.loseAnswer("set status = h.next");

        String job = create();

        cut.await();
        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(row(job)).containsEntry("claim", 1);
    }

    @Test
    void a_cancel_during_a_silent_death_of_the_listener_stops_the_work_once_that_is_noticed() {
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);
        proxy.swallow(LISTENER).close();

        cancelByAnotherProcess(job);
        JobRows.change(
                "select pg_notify('docket_cancelled', ?)",
                "exec_elsewhere\n" + client.organization() + "\t" + job + "\t1");

        work.awaitAbort();
        Awaitility.await().atMost(PATIENCE).until(() -> row(job).get("work_stopped_at") != null);
    }

    @Test
    void a_cancel_signalled_while_the_listener_cannot_reconnect_stops_the_work_once_it_can() {
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);
        BlackHole hole = proxy.swallow(LISTENER);
        terminate(LISTENER);
        awaitListeners(0);

        cancelByAnotherProcess(job);
        hole.close();

        work.awaitAbort();
    }

    @Test
    void a_cancel_that_a_beat_on_its_way_did_not_see_yet_is_seen_by_the_one_after_the_reconnect() {
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);
        Cut beat = proxy.delayAnswer(BEAT, () -> {
            cancelByAnotherProcess(job);
            relisten();
        });

        relisten();

        beat.await();
        work.awaitAbort();
    }

    @Test
    void a_wake_up_signalled_while_the_listener_is_dead_is_made_good() {
        gate.open();
        proxy.swallow(LISTENER).close();

        String job = JobRows.putQueued(client.organization(), ENDPOINT).job().value();

        client.untilFinal(job).body("status", equalTo("completed"));
    }

    @Test
    void a_listening_connection_that_opens_after_it_was_given_up_is_closed_again() {
        Cut late = proxy.delayAnswer("listen docket_cancelled", () -> awaitListeners(2));

        terminate(LISTENER);

        late.await();
        awaitListeners(1);
    }

    @Test
    void work_goes_on_when_the_server_ends_every_connection() {
        String running = create();
        GateProcessor.Held work = gate.awaitWork(running);

        terminate("");
        String created = create();
        work.finish(GateProcessor.completed());
        gate.awaitWork(created).finish(GateProcessor.completed());

        client.untilFinal(running).body("status", equalTo("completed"));
        client.untilFinal(created).body("status", equalTo("completed"));
        awaitListeners(1);
    }

    @Test
    void work_goes_on_when_every_connection_has_silently_died() {
        String running = create();
        GateProcessor.Held work = gate.awaitWork(running);

        proxy.swallow("").close();
        work.finish(GateProcessor.completed());

        client.untilFinal(running).body("status", equalTo("completed"));
    }

    private String create() {
        return client.create(ENDPOINT, ServiceClient.textDocument("x")).path("id");
    }

    private Map<String, Object> row(String job) {
        return JobRows.read(client.organization(), new JobId(job));
    }

    private static void awaitListeners(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> listeners() == count);
    }

    /** Comes back once the process listens on another connection than before. */
    private static void relisten() {
        int before = listener();
        terminate(LISTENER);
        Awaitility.await().atMost(PATIENCE).until(() -> listeners() == 1 && listener() != before);
    }

    private static void terminate(String application) {
        JobRows.change("""
                select pg_terminate_backend(pid)
                from pg_stat_activity
                where datname = current_database()
                  and pid <> pg_backend_pid()
                  and application_name like ? || '%'
                """, application);
    }

    private static int listeners() {
        return JobRows.count("select count(*) from pg_stat_activity where application_name = ?", LISTENER);
    }

    private static int listener() {
        return JobRows.count("select max(pid) from pg_stat_activity where application_name = ?", LISTENER);
    }

    private static void cancelByAnotherProcess(String job) {
        JobRows.change("""
                update job
                set status = 'cancelled', completed_at = now(), cancel_requested_at = now(), work_started = true,
                    owner = null, lease_until = null
                where id = ?
                """, job);
    }
}
