package dev.docket.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.StoreProfile;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.store.ClaimJobs;
import dev.docket.store.Heartbeat;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import dev.docket.store.RescueRuns;
import dev.docket.store.Rescued;
import dev.docket.store.RunRef;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settled;
import dev.docket.store.Settlement;
import dev.docket.store.Verdict;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs whose lease is over: who may still write, and when somebody else may take them. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class RescueTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final String organization = "org_" + UUID.randomUUID();

    @Inject
    RescueRuns rescueRuns;

    @Inject
    Heartbeat heartbeat;

    @Inject
    SettleRuns settleRuns;

    @Inject
    ClaimJobs claimJobs;

    @Test
    void a_lease_that_is_not_over_is_left_alone() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        rescue();

        assertThat(JobRows.status(run)).isEqualTo(JobStatus.IN_PROGRESS);
    }

    @Test
    void a_lapsed_lease_that_nobody_rescued_may_be_renewed() {
        RunRef run = lapsed("attempts_left = 2");

        assertThat(heartbeat.beat(List.of(run), JobRows.OWNER, LEASE).await().indefinitely())
                .containsExactly(run);

        rescue();
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.IN_PROGRESS);
    }

    @Test
    void a_lapsed_lease_that_nobody_rescued_may_be_settled() {
        RunRef run = lapsed("attempts_left = 2");

        assertThat(complete(run)).isEqualTo(new Settled.Won(JobStatus.COMPLETED));
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void after_the_rescue_neither_a_heartbeat_nor_a_result_of_the_old_run_counts() {
        RunRef run = lapsed("attempts_left = 2");
        rescue();

        assertThat(heartbeat.beat(List.of(run), JobRows.OWNER, LEASE).await().indefinitely())
                .isEmpty();
        assertThat(complete(run)).isEqualTo(new Settled.TooLate());
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void nothing_is_rescued_until_the_server_has_been_up_for_a_lease() {
        RunRef run = lapsed("attempts_left = 2");

        List<Rescued> early =
                rescueRuns.rescue(1000, 0, Duration.ofDays(3_650)).await().indefinitely();
        assertThat(early).isEmpty();
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.IN_PROGRESS);

        rescue();
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.QUEUED);
    }

    @ParameterizedTest(name = "after {0} attempts the job waits {1} s")
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "6, 32", "7, 60", "50, 60"})
    void a_rescued_job_waits_the_longer_the_more_attempts_it_had(int attempts, int seconds) {
        RunRef run = lapsed("attempts_left = 2, attempt_count = " + attempts);

        rescue();

        assertThat(JobRows.count("""
                        select count(*)
                        from job
                        where id = ?
                          and available_at between last_attempt_at + make_interval(secs => ?)
                                               and clock_timestamp() + make_interval(secs => ?)
                        """, run.job().value(), seconds, seconds)).isOne();
        assertThat(claim()).isEmpty();
    }

    @Test
    void a_rescue_says_how_late_it_was_and_where_the_job_went() {
        lapsed("attempts_left = 2");
        lapsed("attempts_left = 0");

        assertThat(rescueRuns.rescue(1000, 0, Duration.ZERO).await().indefinitely())
                .extracting(Rescued::to)
                .contains(JobStatus.QUEUED, JobStatus.FAILED);
    }

    /** A run whose lease is over, which was begun just now. */
    private RunRef lapsed(String assignments) {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        JobRows.change(
                "update job set lease_until = now() - interval '10 seconds', last_attempt_at = clock_timestamp(), "
                        + assignments + " where id = ?",
                run.job().value());
        return run;
    }

    private void rescue() {
        rescueRuns.rescue(1000, 0, Duration.ZERO).await().indefinitely();
    }

    private Settled complete(RunRef run) {
        return settleRuns
                .alone(new Settlement(run, new Verdict.Complete(200, Payload.of("{}".getBytes()))))
                .await()
                .indefinitely();
    }

    private List<?> claim() {
        List<LaneClaim> lane = List.of(new LaneClaim(new Lane(organization, "/v1/documents/parse"), 0, 10, 0, 0));
        return claimJobs
                .claim(lane, JobRows.OWNER, LEASE)
                .await()
                .indefinitely()
                .jobs();
    }
}
