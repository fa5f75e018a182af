package dev.docket.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.StoreProfile;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.store.CancelJob;
import dev.docket.store.CancelRequest;
import dev.docket.store.ClaimJobs;
import dev.docket.store.ClaimedJob;
import dev.docket.store.DeleteJobs;
import dev.docket.store.ExpireJobs;
import dev.docket.store.FailUnstarted;
import dev.docket.store.HandBack;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import dev.docket.store.PromoteParked;
import dev.docket.store.RescueRuns;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.RunRef;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settlement;
import dev.docket.store.Verdict;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every verb against a job in every state: where the job is afterwards. A verb that a state does not allow leaves the
 * job as it is.
 */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class TransitionTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final JobError ERROR = new JobError(ErrorCode.DOCUMENT_DAMAGED, "It is broken.");

    private final String organization = "org_" + UUID.randomUUID();

    @Inject
    ClaimJobs claimJobs;

    @Inject
    SettleRuns settleRuns;

    @Inject
    HandBack handBack;

    @Inject
    CancelJob cancelJob;

    @Inject
    RetryJob retryJob;

    @Inject
    RescueRuns rescueRuns;

    @Inject
    ExpireJobs expireJobs;

    @Inject
    FailUnstarted failUnstarted;

    @Inject
    DeleteJobs deleteJobs;

    @Inject
    PromoteParked promoteParked;

    /** A verb as the service does it. */
    enum Verb {
        CLAIM,
        COMPLETE,
        FAIL,
        FAIL_FOR_NOW,
        VALIDATED,
        HAND_BACK,
        CANCEL,
        RETRY,
        RESCUE,
        EXPIRE,
        FAIL_UNSTARTED
    }

    @ParameterizedTest(name = "{0} on {1} leads to {2}")
    @CsvSource({
        "CLAIM, VALIDATING, VALIDATING",
        "CLAIM, QUEUED, IN_PROGRESS",
        "CLAIM, IN_PROGRESS, IN_PROGRESS",
        "CLAIM, COMPLETED, COMPLETED",
        "CLAIM, FAILED, FAILED",
        "CLAIM, CANCELLED, CANCELLED",
        "CLAIM, EXPIRED, EXPIRED",
        "COMPLETE, QUEUED, QUEUED",
        "COMPLETE, IN_PROGRESS, COMPLETED",
        "COMPLETE, COMPLETED, COMPLETED",
        "COMPLETE, FAILED, FAILED",
        "COMPLETE, CANCELLED, CANCELLED",
        "COMPLETE, EXPIRED, EXPIRED",
        "FAIL, VALIDATING, FAILED",
        "FAIL, QUEUED, QUEUED",
        "FAIL, IN_PROGRESS, FAILED",
        "FAIL, COMPLETED, COMPLETED",
        "FAIL, CANCELLED, CANCELLED",
        "FAIL, EXPIRED, EXPIRED",
        "FAIL_FOR_NOW, VALIDATING, VALIDATING",
        "FAIL_FOR_NOW, QUEUED, QUEUED",
        "FAIL_FOR_NOW, IN_PROGRESS, QUEUED",
        "FAIL_FOR_NOW, COMPLETED, COMPLETED",
        "FAIL_FOR_NOW, FAILED, FAILED",
        "FAIL_FOR_NOW, CANCELLED, CANCELLED",
        "FAIL_FOR_NOW, EXPIRED, EXPIRED",
        "VALIDATED, VALIDATING, QUEUED",
        "VALIDATED, QUEUED, QUEUED",
        "VALIDATED, COMPLETED, COMPLETED",
        "VALIDATED, FAILED, FAILED",
        "VALIDATED, CANCELLED, CANCELLED",
        "VALIDATED, EXPIRED, EXPIRED",
        "HAND_BACK, VALIDATING, VALIDATING",
        "HAND_BACK, QUEUED, QUEUED",
        "HAND_BACK, IN_PROGRESS, QUEUED",
        "HAND_BACK, COMPLETED, COMPLETED",
        "HAND_BACK, FAILED, FAILED",
        "HAND_BACK, CANCELLED, CANCELLED",
        "HAND_BACK, EXPIRED, EXPIRED",
        "CANCEL, VALIDATING, CANCELLED",
        "CANCEL, QUEUED, CANCELLED",
        "CANCEL, IN_PROGRESS, CANCELLED",
        "CANCEL, COMPLETED, COMPLETED",
        "CANCEL, FAILED, FAILED",
        "CANCEL, CANCELLED, CANCELLED",
        "CANCEL, EXPIRED, EXPIRED",
        "RETRY, VALIDATING, VALIDATING",
        "RETRY, QUEUED, QUEUED",
        "RETRY, IN_PROGRESS, IN_PROGRESS",
        "RETRY, COMPLETED, COMPLETED",
        "RETRY, FAILED, QUEUED",
        "RETRY, CANCELLED, QUEUED",
        "RETRY, EXPIRED, QUEUED",
        "RESCUE, VALIDATING, VALIDATING",
        "RESCUE, QUEUED, QUEUED",
        "RESCUE, IN_PROGRESS, QUEUED",
        "RESCUE, COMPLETED, COMPLETED",
        "RESCUE, FAILED, FAILED",
        "RESCUE, CANCELLED, CANCELLED",
        "RESCUE, EXPIRED, EXPIRED",
        "EXPIRE, VALIDATING, EXPIRED",
        "EXPIRE, QUEUED, EXPIRED",
        "EXPIRE, IN_PROGRESS, EXPIRED",
        "EXPIRE, COMPLETED, COMPLETED",
        "EXPIRE, FAILED, FAILED",
        "EXPIRE, CANCELLED, CANCELLED",
        "EXPIRE, EXPIRED, EXPIRED",
        "FAIL_UNSTARTED, VALIDATING, FAILED",
        "FAIL_UNSTARTED, QUEUED, FAILED",
        "FAIL_UNSTARTED, IN_PROGRESS, IN_PROGRESS",
        "FAIL_UNSTARTED, COMPLETED, COMPLETED",
        "FAIL_UNSTARTED, FAILED, FAILED",
        "FAIL_UNSTARTED, CANCELLED, CANCELLED",
        "FAIL_UNSTARTED, EXPIRED, EXPIRED",
    })
    void a_verb_moves_a_job_as_the_table_says_or_not_at_all(Verb verb, JobStatus from, JobStatus to) {
        RunRef run = JobRows.put(organization, from, isRunning(verb, from));
        if (verb == Verb.RESCUE) {
            JobRows.change(
                    "update job set lease_until = now() - interval '1 second' where id = ? and owner is not null",
                    run.job().value());
        }
        if (verb == Verb.EXPIRE) {
            JobRows.change(
                    "update job set expires_at = now() - interval '1 second' where id = ?",
                    run.job().value());
        }

        if (verb == Verb.FAIL_UNSTARTED) {
            JobRows.change(
                    "update job set start_before = now() - interval '1 second' where id = ?",
                    run.job().value());
        }

        run(verb, run);

        assertThat(JobRows.status(run)).isEqualTo(to);
        assertThat(from == to || from.next().contains(to))
                .as("the step is in the table")
                .isTrue();
    }

    @Test
    void a_claim_spends_an_attempt_and_raises_the_fence() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);

        var claimed = claim();

        assertThat(claimed).hasSize(1);
        assertThat(claimed.get(0).run().claim()).isEqualTo(job.claim() + 1);
        assertThat(claimed.get(0).attemptsLeft()).isEqualTo(1);
    }

    @Test
    void a_run_that_is_handed_back_spends_no_attempt() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        assertThat(handBack.runs(List.of(run), JobRows.OWNER).await().indefinitely())
                .containsExactly(run);

        assertThat(JobRows.read(organization, run.job()))
                .containsEntry("attempts_left", 3)
                .containsEntry("claim", 1);
    }

    @Test
    void a_passing_failure_without_attempts_left_fails_the_job_with_its_own_code() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        JobRows.change(
                "update job set attempts_left = 0 where id = ?", run.job().value());

        run(Verb.FAIL_FOR_NOW, run);

        assertThat(JobRows.read(organization, run.job()))
                .containsEntry("status", "failed")
                .containsEntry("error_code", "document_damaged")
                .containsEntry("last_failure_code", "document_damaged");
    }

    @Test
    void a_lost_lease_without_attempts_left_fails_the_job() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        JobRows.change(
                "update job set attempts_left = 0, lease_until = now() - interval '1 second' where id = ?",
                run.job().value());

        rescueRuns.rescue(1000, 0, Duration.ZERO).await().indefinitely();

        assertThat(JobRows.read(organization, run.job()))
                .containsEntry("status", "failed")
                .containsEntry("error_code", "attempts_exhausted");
    }

    @Test
    void a_write_of_an_earlier_run_changes_nothing() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        JobRows.change(
                "update job set claim = claim + 1 where id = ?", run.job().value());

        run(Verb.COMPLETE, run);
        run(Verb.FAIL, run);
        run(Verb.HAND_BACK, run);

        assertThat(JobRows.status(run)).isEqualTo(JobStatus.IN_PROGRESS);
    }

    @Test
    void what_waits_for_its_time_is_promoted_when_it_has_come() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        run(Verb.FAIL_FOR_NOW, run);
        assertThat(claim()).isEmpty();
        JobRows.change(
                "update job set available_at = now() where id = ?", run.job().value());

        promoteParked.promote(1000, 0).await().indefinitely();

        assertThat(claim()).hasSize(1);
    }

    @Test
    void a_job_past_its_grace_is_deleted_with_its_facts_and_a_renewed_one_is_not() {
        RunRef old = JobRows.put(organization, JobStatus.COMPLETED);
        RunRef renewed = JobRows.put(organization, JobStatus.QUEUED);
        for (RunRef run : List.of(old, renewed)) {
            JobRows.change(
                    "update job_facts set expires_at = now() - interval '2 days' where id = ?",
                    run.job().value());
        }
        JobRows.change(
                "update job set expires_at = now() - interval '2 days' where id = ?",
                old.job().value());

        deleteJobs.delete(1000, 0, Duration.ofDays(1)).await().indefinitely();

        assertThat(JobRows.read(organization, old.job())).isEmpty();
        assertThat(JobRows.status(renewed)).isEqualTo(JobStatus.QUEUED);
    }

    private static boolean isRunning(Verb verb, JobStatus from) {
        boolean waits = verb == Verb.CLAIM || verb == Verb.CANCEL || verb == Verb.FAIL_UNSTARTED;
        return from == JobStatus.IN_PROGRESS || from == JobStatus.VALIDATING && !waits;
    }

    private void run(Verb verb, RunRef run) {
        Uni<?> statement = switch (verb) {
            case CLAIM -> claimJobs.claim(lane(), JobRows.OWNER, LEASE);
            case COMPLETE -> settle(run, new Verdict.Complete(200, Payload.of("{}".getBytes())));
            case FAIL -> settle(run, new Verdict.Fail(ERROR));
            case FAIL_FOR_NOW -> settle(run, new Verdict.Again(ERROR, Duration.ofHours(1)));
            case VALIDATED -> settle(run, new Verdict.Validated(3, null));
            case HAND_BACK -> handBack.runs(List.of(run), JobRows.OWNER);
            case CANCEL -> cancelJob.cancel(new CancelRequest(organization, run.job(), "token", null, false));
            case RETRY -> retryJob.retry(new RetryRequest(organization, run.job(), "token", Duration.ofDays(7), 3));
            case RESCUE -> rescueRuns.rescue(1000, 0, Duration.ZERO);
            case EXPIRE -> expireJobs.expire(1000, 0);
            case FAIL_UNSTARTED -> failUnstarted.fail(1000, 0);
        };
        statement.await().indefinitely();
    }

    private Uni<?> settle(RunRef run, Verdict verdict) {
        return settleRuns.alone(new Settlement(run, verdict));
    }

    private List<ClaimedJob> claim() {
        return claimJobs
                .claim(lane(), JobRows.OWNER, LEASE)
                .await()
                .indefinitely()
                .jobs();
    }

    private List<LaneClaim> lane() {
        return List.of(new LaneClaim(new Lane(organization, "/v1/documents/parse"), 0, 10, 0, 0));
    }
}
