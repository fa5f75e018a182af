package dev.docket.functional.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.endpoint.Answer;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits on time, with work that would go on for ever. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ExecutionLimitTest {
    private static final String ENDPOINT = "/v1/edit/templates/generate";

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    @Inject
    GateProcessor gate;

    @AfterEach
    void let_everything_go() {
        gate.open();
        gate.reset();
    }

    @Test
    void work_that_takes_longer_than_its_job_allows_is_stopped_and_the_job_has_failed_for_good() {
        String job = create("\"execution_timeout_seconds\":0.2");

        gate.awaitWork(job).awaitAbort();

        client.untilFinal(job);
        client.get("/v1/jobs/" + job)
                .body("status", equalTo("failed"))
                .body("error.code", equalTo("execution_timeout"))
                .body("error.details.limit_seconds", equalTo(0.2f))
                .body("last_failure_code", equalTo("execution_timeout"))
                .body("attempt_count", equalTo(1))
                .body("response", nullValue());
        assertThat((Integer) row(job).get("attempts_left")).isPositive();
    }

    @Test
    void work_that_does_not_stop_keeps_its_place_though_its_job_has_failed() {
        gate.makeStubborn();
        List<String> jobs = IntStream.range(0, GateProcessor.PLACES)
                .mapToObj(i -> create("\"execution_timeout_seconds\":0.2"))
                .toList();
        jobs.forEach(job -> client.untilFinal(job).body("error.code", equalTo("execution_timeout")));

        String next = create("\"queue_timeout_seconds\":600");
        awaitSweep();

        assertThat(row(next)).containsEntry("status", "queued");
        gate.awaitWork(jobs.get(0)).stop();
        gate.awaitWork(next);
    }

    @Test
    void an_answer_that_comes_after_the_limit_is_dropped() {
        gate.makeStubborn();
        String job = create("\"execution_timeout_seconds\":0.2");
        GateProcessor.Held work = gate.awaitWork(job);
        work.awaitAbort();

        work.finish(new Answer.Completed(200, Payload.of("{}".getBytes())));

        client.untilFinal(job).body("status", equalTo("failed")).body("error.code", equalTo("execution_timeout"));
    }

    @Test
    void a_run_after_a_rescue_has_the_whole_time_again() {
        String job =
                JobRows.put(client.organization(), JobStatus.IN_PROGRESS).job().value();
        JobRows.change("""
                update job
                set endpoint = ?, execution_seconds = 600, started_at = now() - interval '1 hour',
                    lease_until = now() - interval '1 second'
                where id = ?
                """, ENDPOINT, job);

        gate.awaitWork(job).finish(new Answer.Completed(200, Payload.of("{}".getBytes())));

        client.untilFinal(job).body("status", equalTo("completed"));
    }

    @Test
    void a_job_that_finds_no_place_within_its_limit_fails_and_is_never_begun() {
        for (int i = 0; i < GateProcessor.PLACES; i++) {
            gate.awaitWork(create("\"execution_timeout_seconds\":null"));
        }
        String job = create("\"queue_timeout_seconds\":0.2");

        client.untilFinal(job).body("status", equalTo("failed")).body("error.code", equalTo("queue_timeout"));

        client.get("/v1/jobs/" + job)
                .body("started_at", nullValue())
                .body("attempt_count", equalTo(0))
                .body("last_failure_code", equalTo("queue_timeout"));
        assertThat(gate.begun())
                .noneMatch(assignment -> assignment.job().value().equals(job));
    }

    private String create(String member) {
        String body = "{\"endpoint\":\"" + ENDPOINT + "\",\"request\":" + ServiceClient.textDocument("x") + "," + member
                + "}";
        return client.call().body(body).post("/v1/jobs").path("id");
    }

    private Map<String, Object> row(String job) {
        return JobRows.read(client.organization(), new JobId(job));
    }

    /** Comes back when a job of another endpoint, created now and left to the sweep, has been run. */
    private void awaitSweep() {
        String other =
                JobRows.put(client.organization(), JobStatus.QUEUED).job().value();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !row(other).get("status").equals("queued"));
    }
}
