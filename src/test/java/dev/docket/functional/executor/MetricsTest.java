package dev.docket.functional.executor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.endpoint.Answer;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator can see, by the names that the documentation gives. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class MetricsTest {
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
    void cancels_are_counted_by_outcome_and_timed_from_receipt_to_answer() {
        double won = metric("docket_cancels_total{outcome=\"won\"}");
        double finished = metric("docket_cancels_total{outcome=\"already_finished\"}");
        double missed = metric("docket_cancels_total{outcome=\"not_found\"}");
        double busy = metric("docket_cancels_total{outcome=\"no_longer_queued\"}");
        double accepted = metric("docket_cancel_accept_seconds_count{status=\"200\"}");
        double refused = metric("docket_cancel_accept_seconds_count{status=\"400\"}");
        String job = create();
        gate.awaitWork(job);

        client.call().body("{\"only_if_queued\":true}").post("/v1/jobs/" + job + "/cancel");
        client.post("/v1/jobs/" + job + "/cancel").statusCode(200);
        client.post("/v1/jobs/" + job + "/cancel").statusCode(400);
        client.post("/v1/jobs/job_aaaaaaaaaaaaaaaaaaaaa/cancel").statusCode(404);

        assertThat(metric("docket_cancels_total{outcome=\"no_longer_queued\"}")).isEqualTo(busy + 1);
        assertThat(metric("docket_cancels_total{outcome=\"won\"}")).isEqualTo(won + 1);
        assertThat(metric("docket_cancels_total{outcome=\"already_finished\"}")).isEqualTo(finished + 1);
        assertThat(metric("docket_cancels_total{outcome=\"not_found\"}")).isEqualTo(missed + 1);
        awaitMore("docket_cancel_accept_seconds_count{status=\"200\"}", accepted);
        awaitMore("docket_cancel_accept_seconds_count{status=\"400\"}", refused);
        awaitMore("docket_cancel_accept_seconds_bucket{status=\"200\"", 0);
        awaitMore("docket_cancel_stop_seconds_bucket", 0);
        awaitMore("docket_run_stopped_total{reason=\"cancelled\"}", 0);
    }

    @Test
    void claims_heartbeats_and_settlements_are_timed() {
        double claims = metric("docket_claim_seconds_count");
        double beats = metric("docket_heartbeat_seconds_count");
        double batches = metric("docket_settle_seconds_count");
        double runs = metric("docket_settle_runs_sum");
        String job = create();
        GateProcessor.Held work = gate.awaitWork(job);

        awaitMore("docket_heartbeat_seconds_count", beats);
        work.finish(new Answer.Completed(200, Payload.of("{}".getBytes())));
        client.untilFinal(job);

        awaitMore("docket_claim_seconds_count", claims);
        awaitMore("docket_settle_seconds_count", batches);
        awaitMore("docket_settle_runs_sum", runs);
        for (String histogram : new String[] {"claim_seconds", "heartbeat_seconds", "settle_seconds", "settle_runs"}) {
            awaitMore("docket_" + histogram + "_bucket", 0);
        }
    }

    @Test
    void a_rescue_says_how_late_it_was_and_where_the_job_went() {
        double back = metric("docket_rescue_late_seconds_count{to=\"queued\"}");
        double failed = metric("docket_rescue_late_seconds_count{to=\"failed\"}");
        gate.open();
        String first = lapsed(2);
        String last = lapsed(0);

        client.untilFinal(first);
        client.untilFinal(last);

        awaitMore("docket_rescue_late_seconds_count{to=\"queued\"}", back);
        awaitMore("docket_rescue_late_seconds_count{to=\"failed\"}", failed);
        assertThat(metric("docket_rescue_late_seconds_max{to=\"failed\"}")).isGreaterThan(50);
        awaitMore("docket_rescue_late_seconds_bucket", 0);
    }

    private String lapsed(int attemptsLeft) {
        String job =
                JobRows.put(client.organization(), JobStatus.IN_PROGRESS).job().value();
        JobRows.change("""
                update job
                set endpoint = ?, attempts_left = ?, lease_until = now() - interval '1 minute'
                where id = ?
                """, ENDPOINT, attemptsLeft, job);
        return job;
    }

    private String create() {
        return client.create(ENDPOINT, ServiceClient.textDocument("x")).path("id");
    }

    private static void awaitMore(String beginning, double than) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> metric(beginning), value -> value > than);
    }

    /** The sum of the metrics whose lines begin so. */
    private static double metric(String beginning) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
