package dev.docket.functional.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.endpoint.Answer;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the executor does around work, with work that the test holds in its hand. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ExecutorTest {
    private static final String ENDPOINT = "/v1/edit/templates/generate";
    private static final JobError PASSING = new JobError(ErrorCode.PROCESSOR_FAILED, "Not now.");

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    @Inject
    GateProcessor gate;

    @AfterEach
    void let_everything_go() {
        gate.open();
        gate.reset();
    }

    @Test
    void a_cancel_of_a_running_job_aborts_its_work_and_notes_when_it_stopped() {
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);

        client.post("/v1/jobs/" + job + "/cancel")
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("cancellation.work_started", equalTo(true))
                .body("started_at", notNullValue());

        work.awaitAbort();
        awaitColumn(job, "work_stopped_at");
        work.finish(GateProcessor.completed());
        client.get("/v1/jobs/" + job).body("status", equalTo("cancelled")).body("response", nullValue());
    }

    @Test
    void a_cancel_that_another_process_signals_aborts_the_work_here() {
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);
        int claim = (Integer) row(job).get("claim");
        cancelByAnotherProcess(job);

        JobRows.change(
                "select pg_notify('docket_cancelled', ?)",
                "exec_elsewhere\n" + client.organization() + "\t" + job + "\t" + claim);

        work.awaitAbort();
    }

    @Test
    void a_cancel_whose_signal_is_lost_aborts_the_work_with_the_next_heartbeat() {
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);

        cancelByAnotherProcess(job);

        work.awaitAbort();
        awaitColumn(job, "work_stopped_at");
    }

    @Test
    void a_run_that_another_executor_took_over_is_aborted_and_its_result_dropped() {
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);

        JobRows.change("update job set owner = 'exec_elsewhere', claim = claim + 1 where id = ?", job);

        work.awaitAbort();
        assertThat(row(job)).containsEntry("status", "in_progress").containsEntry("owner", "exec_elsewhere");
    }

    @Test
    void heartbeats_keep_the_lease_of_a_long_run() {
        String job = create();
        gate.awaitWork(job);
        Object first = row(job).get("lease_until");

        Awaitility.await().until(() -> row(job).get("lease_until"), lease -> !lease.equals(first));

        assertThat(row(job)).containsEntry("status", "in_progress").containsEntry("claim", 1);
    }

    @Test
    void a_passing_failure_is_tried_again_after_its_time() {
        String job = create();
        gate.awaitWork(job).finish(new Answer.FailedForNow(PASSING, Duration.ofHours(1)));
        awaitColumn(job, "available_at");
        client.get("/v1/jobs/" + job)
                .body("status", equalTo("queued"))
                .body("attempt_count", equalTo(1))
                .body("last_failure_code", equalTo("processor_failed"))
                .body("error", nullValue());

        gate.open();
        JobRows.change("update job set available_at = now() where id = ?", job);

        client.untilFinal(job).body("status", equalTo("completed"));
        client.get("/v1/jobs/" + job).body("attempt_count", equalTo(2));
    }

    @Test
    void the_run_of_an_executor_that_died_is_rescued_and_settled_once() {
        gate.open();
        String job =
                JobRows.put(client.organization(), JobStatus.IN_PROGRESS).job().value();

        JobRows.change(
                "update job set lease_until = now() - interval '1 second', endpoint = ? where id = ?", ENDPOINT, job);

        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(row(job)).containsEntry("claim", 2);
    }

    @Test
    void a_job_that_no_signal_told_of_is_found_by_the_sweep() {
        gate.open();

        String job = JobRows.putQueued(client.organization(), ENDPOINT).job().value();

        client.untilFinal(job).body("status", equalTo("completed"));
    }

    @Test
    void a_validating_job_whose_request_does_not_fit_fails() {
        String job =
                JobRows.put(client.organization(), JobStatus.VALIDATING).job().value();

        client.untilFinal(job).body("status", equalTo("failed")).body("error.code", equalTo("request_invalid"));
    }

    @Test
    void an_endpoint_without_a_processor_fails_its_jobs_with_a_clear_code() {
        String job = client.create(
                        "/v1/edit/templates/fill", "{\"template_id\":\"edittplt_1\",\"instructions\":\"name: Ada\"}")
                .path("id");

        client.untilFinal(job)
                .body("status", equalTo("failed"))
                .body("error.code", equalTo("processor_not_configured"));
    }

    @Test
    void no_more_jobs_are_claimed_than_can_be_worked_on() {
        for (int i = 0; i < GateProcessor.PLACES + 3; i++) {
            create();
        }
        Awaitility.await().until(() -> gate.running() == GateProcessor.PLACES);

        assertThat(inProgress()).isEqualTo(GateProcessor.PLACES);
        gate.open();
        Awaitility.await().until(() -> gate.begun().size() == GateProcessor.PLACES + 3);
    }

    private String create() {
        return client.create(ENDPOINT, ServiceClient.textDocument("x")).path("id");
    }

    private Map<String, Object> row(String job) {
        return JobRows.read(client.organization(), new JobId(job));
    }

    private void awaitColumn(String job, String column) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> row(job).get(column) != null);
    }

    private void cancelByAnotherProcess(String job) {
        JobRows.change("""
                update job
                set status = 'cancelled', completed_at = now(), cancel_requested_at = now(), work_started = true,
                    owner = null, lease_until = null
                where id = ?
                """, job);
    }

    private int inProgress() {
        return JobRows.count(
                "select count(*) from job where organization_id = ? and status = 'in_progress'", client.organization());
    }
}
