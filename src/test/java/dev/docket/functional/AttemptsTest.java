package dev.docket.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.StoreProfile;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.store.ClaimJobs;
import dev.docket.store.ClaimedJob;
import dev.docket.store.HandBack;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import dev.docket.store.PromoteParked;
import dev.docket.store.RescueRuns;
import dev.docket.store.RunRef;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settlement;
import dev.docket.store.Verdict;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a job shows of its attempts, as a client sees it, through everything that can become of one. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class AttemptsTest {
    private static final String PARSE = "/v1/documents/parse";
    private static final JobError PASSING = new JobError(ErrorCode.PROCESSOR_FAILED, "Not now.");
    private static final JobError FINAL = new JobError(ErrorCode.DOCUMENT_DAMAGED, "It is broken.");

    private final ServiceClient client = ServiceClient.ofNewOrganization();
    private String job;

    @Inject
    ClaimJobs claimJobs;

    @Inject
    SettleRuns settleRuns;

    @Inject
    HandBack handBack;

    @Inject
    RescueRuns rescueRuns;

    @Inject
    PromoteParked promoteParked;

    @BeforeEach
    void have_a_job() {
        job = client.create(PARSE, ServiceClient.textDocument("x")).path("id");
    }

    @Test
    void a_job_that_waits_for_its_first_attempt_shows_none() {
        shows("queued", 0, null).body("last_attempt_at", nullValue());
    }

    @Test
    void an_attempt_is_counted_and_timed_when_it_begins() {
        claim();

        shows("in_progress", 1, null);
        assertThat(row().get("last_attempt_at")).isNotNull();
    }

    @Test
    void a_passing_failure_leaves_its_code_and_the_next_attempt_its_time() {
        settle(claim(), new Verdict.Again(PASSING, Duration.ofHours(1)));
        shows("queued", 1, "processor_failed").body("error", nullValue());
        Object first = row().get("last_attempt_at");
        Object started = row().get("started_at");

        claimAgain();

        shows("in_progress", 2, "processor_failed");
        assertThat(row().get("last_attempt_at")).isNotEqualTo(first);
        assertThat(row().get("started_at")).as("the first start").isEqualTo(started);
    }

    @Test
    void runs_that_their_service_did_not_begin_cost_no_attempt() {
        settle(claim(), notBegun());
        for (int run = 2; run <= 5; run++) {
            settle(claimAgain(), notBegun());
        }

        shows("queued", 5, "processor_failed");
        assertThat(row()).containsEntry("attempts_left", 3);
    }

    @Test
    void past_the_patience_since_the_first_start_they_cost_one_each() {
        settle(claim(), notBegun());
        JobRows.change("update job set started_at = now() - interval '61 minutes' where id = ?", job);
        settle(claimAgain(), notBegun());
        assertThat(row()).containsEntry("attempts_left", 2);
        settle(claimAgain(), notBegun());

        settle(claimAgain(), notBegun());

        shows("failed", 4, "processor_failed").body("error.code", equalTo("processor_failed"));
    }

    @Test
    void a_success_keeps_the_code_of_the_failure_before_it() {
        settle(claim(), new Verdict.Again(PASSING, Duration.ofHours(1)));

        settle(claimAgain(), new Verdict.Complete(200, Payload.of("{}".getBytes())));

        shows("completed", 2, "processor_failed");
    }

    @Test
    void a_rescued_attempt_counts_and_its_code_says_that_its_executor_was_lost() {
        claim();
        rescue();

        shows("queued", 1, "executor_lost").body("error", nullValue());
        claimAgain();
        shows("in_progress", 2, "executor_lost");
    }

    @Test
    void when_every_attempt_lost_its_executor_the_job_fails_and_says_so() {
        claim();
        rescue();
        for (int attempt = 2; attempt <= 3; attempt++) {
            claimAgain();
            rescue();
        }

        shows("failed", 3, "attempts_exhausted").body("error.code", equalTo("attempts_exhausted"));
    }

    @Test
    void an_attempt_that_was_handed_back_does_not_count() {
        RunRef run = claim();

        handBack.runs(List.of(run), JobRows.OWNER).await().indefinitely();

        shows("queued", 0, null);
        assertThat(row()).containsEntry("attempts_left", 3);
        claim();
        shows("in_progress", 1, null);
    }

    @Test
    void an_attempt_that_was_handed_back_after_a_failure_keeps_the_failures_code() {
        settle(claim(), new Verdict.Again(PASSING, Duration.ofHours(1)));

        handBack.runs(List.of(claimAgain()), JobRows.OWNER).await().indefinitely();

        shows("queued", 1, "processor_failed");
    }

    @Test
    void a_retry_goes_on_counting_and_keeps_the_code() {
        settle(claim(), new Verdict.Fail(FINAL));
        shows("failed", 1, "document_damaged").body("error.code", equalTo("document_damaged"));

        client.post("/v1/jobs/" + job + "/retry").statusCode(200);

        shows("queued", 1, "document_damaged").body("error", nullValue());
        assertThat(row()).containsEntry("attempts_left", 3);
        claim();
        shows("in_progress", 2, "document_damaged");
    }

    @Test
    void a_cancel_leaves_what_there_was() {
        settle(claim(), new Verdict.Again(PASSING, Duration.ofHours(1)));
        claimAgain();

        client.post("/v1/jobs/" + job + "/cancel").statusCode(200);

        shows("cancelled", 2, "processor_failed").body("error", nullValue());
    }

    @Test
    void an_old_run_writes_nothing_though_its_number_of_attempts_has_come_round_again() {
        RunRef old = claim();
        Object left = row().get("attempts_left");
        client.post("/v1/jobs/" + job + "/cancel").statusCode(200);
        client.post("/v1/jobs/" + job + "/retry").statusCode(200);
        RunRef current = claim();
        assertThat(row()).containsEntry("attempts_left", left);

        settle(old, new Verdict.Complete(200, Payload.of("{}".getBytes())));
        handBack.runs(List.of(old), JobRows.OWNER).await().indefinitely();

        assertThat(row()).containsEntry("status", "in_progress").containsEntry("claim", current.claim());
    }

    private ValidatableResponse shows(String status, int attempts, String lastFailure) {
        return client.get("/v1/jobs/" + job)
                .statusCode(200)
                .body("status", equalTo(status))
                .body("attempt_count", equalTo(attempts))
                .body("last_failure_code", equalTo(lastFailure));
    }

    private RunRef claim() {
        List<LaneClaim> lane = List.of(new LaneClaim(new Lane(client.organization(), PARSE), 0, 1, 0, 0));
        List<ClaimedJob> claimed = claimJobs
                .claim(lane, JobRows.OWNER, Duration.ofMinutes(1))
                .await()
                .indefinitely()
                .jobs();
        assertThat(claimed).hasSize(1);
        return claimed.get(0).run();
    }

    /** The next attempt, its wait cut short. */
    private RunRef claimAgain() {
        JobRows.change("update job set available_at = now() where id = ?", job);
        promoteParked.promote(1000, 0).await().indefinitely();
        return claim();
    }

    private void settle(RunRef run, Verdict verdict) {
        settleRuns.alone(new Settlement(run, verdict)).await().indefinitely();
    }

    private void rescue() {
        JobRows.change("update job set lease_until = now() - interval '1 second' where id = ?", job);
        rescueRuns.rescue(1000, 0, Duration.ZERO).await().indefinitely();
    }

    private static Verdict notBegun() {
        return new Verdict.Again(PASSING, Duration.ofHours(1), Duration.ofHours(1));
    }

    private Map<String, Object> row() {
        return JobRows.read(client.organization(), new JobId(job));
    }
}
