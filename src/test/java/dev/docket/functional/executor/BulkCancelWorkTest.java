package dev.docket.functional.executor;

import static dev.docket.BulkCancels.isCompleted;
import static dev.docket.BulkCancels.matching;
import static dev.docket.BulkCancels.named;
import static dev.docket.BulkCancels.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.docket.BulkCancels;
import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.TestPostgres;
import dev.docket.job.BulkCancelId;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.store.BulkRef;
import dev.docket.store.CreateBulkCancel;
import dev.docket.store.RunRef;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulk cancels in a whole process: work that is stopped, answers that do not wait for ever, and work that is taken up. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BulkCancelWorkTest {
    private static final String ENDPOINT = "/v1/edit/templates/generate";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ServiceClient client = ServiceClient.ofNewOrganization();
    private BulkCancels bulks;

    @Inject
    GateProcessor gate;

    @Inject
    CreateBulkCancel createBulkCancel;

    @BeforeEach
    void have_an_organization() {
        bulks = new BulkCancels(client.organization(), createBulkCancel);
    }

    @AfterEach
    void let_everything_go() {
        gate.open();
        gate.reset();
    }

    @Test
    void the_work_of_every_running_job_is_stopped() {
        List<String> jobs = IntStream.range(0, GateProcessor.PLACES)
                .mapToObj(i ->
                        client.create(ENDPOINT, ServiceClient.textDocument("x")).<String>path("id"))
                .toList();
        List<GateProcessor.Held> works = jobs.stream().map(gate::awaitWork).toList();

        cancel("{\"filter\":{\"status\":\"in_progress\"}}");

        works.forEach(GateProcessor.Held::awaitAbort);
        for (String job : jobs) {
            Awaitility.await().atMost(SOON).until(() -> column(job, "work_stopped_at") != null);
            client.get("/v1/jobs/" + job)
                    .body("status", equalTo("cancelled"))
                    .body("cancellation.work_started", equalTo(true));
        }
    }

    @Test
    void what_was_done_is_measured() {
        RunRef job = JobRows.put(client.organization(), JobStatus.FAILED);
        double before = metric("docket_bulk_cancel_jobs_total{outcome=\"already_finished\"");
        double calls = metric("docket_bulk_cancels_total{by=\"ids\"");

        BulkRef bulk = cancel("{\"ids\":[\"" + job.job() + "\"]}");

        Awaitility.await().atMost(SOON).until(() -> isCompleted(bulk));
        assertThat(metric("docket_bulk_cancel_jobs_total{outcome=\"already_finished\""))
                .isEqualTo(before + 1);
        assertThat(metric("docket_bulk_cancels_total{by=\"ids\"")).isEqualTo(calls + 1);
        assertThat(metric("docket_bulk_cancel_batch_seconds_count")).isPositive();
    }

    @Test
    void an_answer_does_not_wait_for_ever_and_the_work_goes_on_behind_it() throws SQLException {
        RunRef held = JobRows.put(client.organization(), JobStatus.IN_PROGRESS);
        RunRef free = JobRows.put(client.organization(), JobStatus.IN_PROGRESS);
        try (Connection connection = TestPostgres.shared().connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement("select from job where id = ? for update")) {
                lock.setString(1, held.job().value());
                lock.executeQuery();
            }
            ValidatableResponse answer = post("{\"ids\":[\"" + held.job() + "\",\"" + free.job() + "\"]}")
                    .statusCode(202)
                    .body("status", equalTo("running"))
                    .body("pending", equalTo(1))
                    .body("counts.cancelled", equalTo(1));
            BulkRef bulk = ref(answer);
            assertThat(isCompleted(bulk)).isFalse();
            connection.rollback();
            Awaitility.await().atMost(SOON).until(() -> isCompleted(bulk));
        }
        assertThat(JobRows.status(held)).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void one_that_nobody_works_on_is_taken_up_when_it_is_due() {
        RunRef job = JobRows.put(client.organization(), JobStatus.IN_PROGRESS);
        BulkRef byName = bulks.store(named(job));
        BulkRef byFilter = bulks.store(matching(BulkCancels.ANY));

        JobRows.change("update bulk_cancel set due_at = now() where organization_id = ?", client.organization());

        Awaitility.await().atMost(SOON).until(() -> isCompleted(byName) && isCompleted(byFilter));
        assertThat(number(byName, "cancelled") + number(byFilter, "cancelled")).isEqualTo(1);
        assertThat(JobRows.status(job)).isEqualTo(JobStatus.CANCELLED);
    }

    private BulkRef cancel(String body) {
        return ref(post(body));
    }

    private ValidatableResponse post(String body) {
        return client.call().body(body).post("/v1/jobs/cancel").then();
    }

    private BulkRef ref(ValidatableResponse answer) {
        return new BulkRef(
                client.organization(), new BulkCancelId(answer.extract().path("id")));
    }

    private Object column(String job, String column) {
        return JobRows.read(client.organization(), new JobId(job)).get(column);
    }

    private double metric(String beginning) {
        return client.get("/q/metrics")
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
