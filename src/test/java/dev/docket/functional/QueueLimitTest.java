package dev.docket.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.StoreProfile;
import dev.docket.job.JobStatus;
import dev.docket.store.ClaimJobs;
import dev.docket.store.ClaimedJob;
import dev.docket.store.ExpireJobs;
import dev.docket.store.FailUnstarted;
import dev.docket.store.HandBack;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.RunRef;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The limit on waiting: from creation, or a retry, to the first start. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class QueueLimitTest {
    private static final String PARSE = "/v1/documents/parse";

    private final String organization = "org_" + UUID.randomUUID();

    @Inject
    ClaimJobs claimJobs;

    @Inject
    HandBack handBack;

    @Inject
    RetryJob retryJob;

    @Inject
    ExpireJobs expireJobs;

    @Inject
    FailUnstarted failUnstarted;

    @Test
    void a_job_that_waited_too_long_has_failed_and_says_so() {
        RunRef job = put(JobStatus.QUEUED, "start_before = now() - interval '1 second'");

        sweep();

        assertThat(row(job))
                .containsEntry("status", "failed")
                .containsEntry("error_code", "queue_timeout")
                .containsEntry("last_failure_code", "queue_timeout")
                .containsEntry("ready_pos", null)
                .containsEntry("started_at", null);
    }

    @Test
    void a_job_that_still_has_time_is_left_alone_and_claimed() {
        RunRef job = put(JobStatus.QUEUED, "start_before = now() + interval '1 hour'");

        sweep();

        assertThat(claim()).extracting(claimed -> claimed.run().job()).containsExactly(job.job());
    }

    @Test
    void a_claim_passes_over_a_job_that_waited_too_long_before_any_sweep_has_failed_it() {
        put(JobStatus.QUEUED, "start_before = now() - interval '1 second'");
        RunRef next = put(JobStatus.QUEUED, "start_before = null");

        assertThat(claim()).extracting(claimed -> claimed.run().job()).containsExactly(next.job());
    }

    @Test
    void a_job_that_has_begun_once_may_wait_as_long_as_it_lives() {
        RunRef job = put(JobStatus.QUEUED, "start_before = now() + interval '1 hour'");
        ClaimedJob claimed = claim().get(0);
        handBack.runs(List.of(claimed.run()), JobRows.OWNER).await().indefinitely();
        change(job, "start_before = now() - interval '1 second'");

        sweep();

        assertThat(JobRows.status(job)).isEqualTo(JobStatus.QUEUED);
        assertThat(claim()).hasSize(1);
    }

    @Test
    void a_job_that_is_being_validated_is_failed_when_it_comes_back_and_not_before() {
        RunRef job = JobRows.put(organization, JobStatus.VALIDATING, true);
        change(job, "start_before = now() - interval '1 second'");
        sweep();
        assertThat(row(job)).containsEntry("status", "validating").containsEntry("owner", JobRows.OWNER);

        handBack.runs(List.of(job), JobRows.OWNER).await().indefinitely();
        sweep();

        assertThat(row(job)).containsEntry("status", "failed").containsEntry("error_code", "queue_timeout");
    }

    @Test
    void a_job_past_its_lifetime_is_expired_and_not_failed() {
        RunRef job = put(
                JobStatus.QUEUED,
                "start_before = now() - interval '1 second', expires_at = now() - interval '1 second'");

        sweep();
        assertThat(row(job)).containsEntry("status", "queued");
        expireJobs.expire(1000, 0).await().indefinitely();

        assertThat(JobRows.status(job)).isEqualTo(JobStatus.EXPIRED);
    }

    @Test
    void a_retry_begins_the_jobs_own_limit_anew() {
        RunRef job = put(JobStatus.QUEUED, "queue_seconds = 60, start_before = now() - interval '1 second'");
        sweep();

        retry(job, Map.of(PARSE, Duration.ofSeconds(5)));

        assertThat(secondsToStart(job)).isBetween(50, 60);
        assertThat(claim()).hasSize(1);
    }

    @Test
    void a_retry_of_a_job_without_a_limit_of_its_own_begins_that_of_its_endpoint() {
        RunRef job = put(JobStatus.FAILED, "start_before = now() - interval '1 second'");

        retry(job, Map.of(PARSE, Duration.ofSeconds(600), "/v1/documents/split", Duration.ofSeconds(5)));

        assertThat(secondsToStart(job)).isBetween(500, 600);
    }

    @Test
    void a_retry_without_any_limit_leaves_none() {
        RunRef job = put(JobStatus.FAILED, "start_before = now() - interval '1 second'");

        retry(job, Map.of("/v1/documents/split", Duration.ofSeconds(5)));

        assertThat(row(job)).containsEntry("start_before", null);
    }

    private RunRef put(JobStatus status, String assignments) {
        RunRef job = JobRows.put(organization, status);
        change(job, assignments);
        return job;
    }

    private static void change(RunRef job, String assignments) {
        JobRows.change(
                "update job set " + assignments + " where id = ?", job.job().value());
    }

    private void sweep() {
        failUnstarted.fail(1000, 0).await().indefinitely();
    }

    private void retry(RunRef job, Map<String, Duration> configured) {
        retryJob.retry(new RetryRequest(organization, job.job(), "token", Duration.ofDays(7), 3, configured))
                .await()
                .indefinitely();
        assertThat(JobRows.status(job)).isEqualTo(JobStatus.QUEUED);
    }

    private List<ClaimedJob> claim() {
        List<LaneClaim> lane = List.of(new LaneClaim(new Lane(organization, PARSE), 0, 10, 0, 0));
        return claimJobs
                .claim(lane, JobRows.OWNER, Duration.ofMinutes(1))
                .await()
                .indefinitely()
                .jobs();
    }

    private Map<String, Object> row(RunRef job) {
        return JobRows.read(organization, job.job());
    }

    private static int secondsToStart(RunRef job) {
        return JobRows.count(
                "select extract(epoch from start_before - clock_timestamp())::int from job where id = ?",
                job.job().value());
    }
}
