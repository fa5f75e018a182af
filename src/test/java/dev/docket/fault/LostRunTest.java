package dev.docket.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.ProxiedPostgres;
import dev.docket.StoreProfile;
import dev.docket.job.BodyRef;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.store.ClaimJobs;
import dev.docket.store.ClaimedJob;
import dev.docket.store.ConfirmStop;
import dev.docket.store.HandBack;
import dev.docket.store.Heartbeat;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.RunRef;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settled;
import dev.docket.store.Settlement;
import dev.docket.store.Verdict;
import dev.docket.wire.Cut;
import dev.docket.wire.CuttingProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an executor writes about its runs is written once, however its connection breaks. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(ProxiedPostgres.class)
class LostRunTest {
    private static final String CLAIM = "set status = case when j.validated then 'in_progress'";
    private static final String COMMIT = "COMMIT";
    private static final String BEAT = "set lease_until = ";
    private static final String SETTLE = "set status = h.next";
    private static final String CHUNK = "values ($1, $2, $3, $4, $5, $6)";
    private static final String HAND_BACK = "attempts_left = j.attempts_left + 1";
    private static final String CONFIRM = "set work_stopped_at";

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String EXHAUSTED = ErrorCode.ATTEMPTS_EXHAUSTED.wire();
    private static final JobError ERROR = new JobError(ErrorCode.DOCUMENT_DAMAGED, "It is broken.");
    private static final Verdict COMPLETE = new Verdict.Complete(200, Payload.of("{}".getBytes()));
    private static final Verdict LARGE = new Verdict.Complete(200, Payload.of(new byte[600_000]));
    private static final Verdict FAIL = new Verdict.Fail(ERROR);
    private static final Verdict AGAIN = new Verdict.Again(ERROR, Duration.ofHours(1));
    private static final Verdict VALIDATED = new Verdict.Validated(3, null);

    private final String organization = "org_" + UUID.randomUUID();

    CuttingProxy proxy;

    @Inject
    ClaimJobs claimJobs;

    @Inject
    Heartbeat heartbeat;

    @Inject
    SettleRuns settleRuns;

    @Inject
    HandBack handBack;

    @Inject
    ConfirmStop confirmStop;

    @Inject
    RetryJob retryJob;

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void a_claim_whose_answer_is_lost_is_handed_back_without_an_attempt(int cap) {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        RunRef known = JobRows.put(organization, JobStatus.IN_PROGRESS);
        String owner = "exec_" + UUID.randomUUID();
        JobRows.change(
                "update job set owner = ? where id = ?", owner, known.job().value());
        Cut cut = proxy.loseAnswer(cap == 0 ? CLAIM : COMMIT);
        assertThat(Loss.answer(claimJobs
                        .claim(lane(cap), owner, LEASE)
                        .map(claimed -> false)
                        .onFailure()
                        .recoverWithItem(true)))
                .isTrue();
        cut.await();
        assertThat(JobRows.read(organization, job.job()))
                .containsEntry("owner", owner)
                .containsEntry("claim", 1);

        Set<RunRef> strays = Loss.answer(handBack.strays(List.of(known), owner));

        assertThat(strays).containsExactly(new RunRef(organization, job.job(), 1));
        assertThat(JobRows.read(organization, job.job()))
                .containsEntry("status", "queued")
                .containsEntry("claim", 1)
                .containsEntry("attempts_left", 2)
                .containsEntry("attempt_count", 1);
        assertThat(JobRows.read(organization, known.job())).containsEntry("owner", owner);
    }

    @ParameterizedTest
    @EnumSource
    void strays_are_handed_back_once(Loss lost) {
        RunRef stray = JobRows.put(organization, JobStatus.IN_PROGRESS);
        String owner = "exec_" + UUID.randomUUID();
        JobRows.change(
                "update job set owner = ? where id = ?", owner, stray.job().value());

        lost.at("not exists (", proxy, handBack.strays(List.of(), owner));

        assertHandedBackOnce(stray);
    }

    @ParameterizedTest
    @EnumSource
    void a_heartbeat_names_the_runs_it_renewed(Loss lost) {
        RunRef held = JobRows.put(organization, JobStatus.IN_PROGRESS);
        RunRef gone = JobRows.put(organization, JobStatus.CANCELLED);

        Set<RunRef> renewed =
                lost.at(BEAT, proxy, heartbeat.beat(List.of(held, gone), JobRows.OWNER, Duration.ofDays(1)));

        assertThat(renewed).containsExactly(held);
        assertThat(JobRows.count(
                        "select count(*) from job where id = ? and lease_until > now() + interval '23 hours'",
                        held.job().value()))
                .isEqualTo(1);
    }

    @Test
    void a_heartbeat_does_not_name_a_run_that_was_cancelled_before_it_could_answer() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        Runnable cancel = () -> JobRows.change("""
                update job
                set status = 'cancelled', completed_at = now(), cancel_requested_at = now(), work_started = true,
                    owner = null, lease_until = null
                where id = ?
                """, run.job().value());

        assertThat(Loss.ofAnswer(BEAT, proxy, cancel, heartbeat.beat(List.of(run), JobRows.OWNER, LEASE)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_completion_is_written_once_with_its_answer(Loss lost) {
        assertSettled(lost, SETTLE, JobStatus.IN_PROGRESS, COMPLETE, JobStatus.COMPLETED, 1);
    }

    @ParameterizedTest
    @EnumSource
    void a_completion_with_a_large_answer_is_written_once(Loss lost) {
        assertSettled(lost, SETTLE, JobStatus.IN_PROGRESS, LARGE, JobStatus.COMPLETED, 3);
    }

    @ParameterizedTest
    @EnumSource
    void the_chunks_of_a_large_answer_are_written_once(Loss lost) {
        assertSettled(lost, CHUNK, JobStatus.IN_PROGRESS, LARGE, JobStatus.COMPLETED, 3);
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_is_written_once(Loss lost) {
        assertSettled(lost, SETTLE, JobStatus.IN_PROGRESS, FAIL, JobStatus.FAILED, 0);
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_for_now_parks_the_job_once(Loss lost) {
        RunRef run = assertSettled(lost, SETTLE, JobStatus.IN_PROGRESS, AGAIN, JobStatus.QUEUED, 0);

        assertThat(JobRows.read(organization, run.job())).containsEntry("attempts_left", 2);
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_for_now_of_a_validation_parks_the_job_once(Loss lost) {
        assertSettled(lost, SETTLE, JobStatus.VALIDATING, AGAIN, JobStatus.VALIDATING, 0);
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_for_now_without_attempts_left_fails_the_job_once(Loss lost) {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        JobRows.change(
                "update job set attempts_left = 0 where id = ?", run.job().value());

        assertThat(lost.at(SETTLE, proxy, settleRuns.alone(new Settlement(run, AGAIN))))
                .isEqualTo(new Settled.Won(JobStatus.FAILED));
    }

    @Test
    void a_failure_for_now_that_comes_after_the_lease_was_rescued_is_too_late() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        JobRows.change("""
                update job
                set status = 'failed', completed_at = now(), owner = null, lease_until = null,
                    error_code = ?, last_failure_code = ?, error_message = ''
                where id = ?
                """, EXHAUSTED, EXHAUSTED, run.job().value());

        assertThat(Loss.answer(settleRuns.together(List.of(new Settlement(run, AGAIN)))))
                .containsEntry(run, new Settled.TooLate());
        assertThat(Loss.answer(settleRuns.together(List.of(new Settlement(run, FAIL)))))
                .containsEntry(run, new Settled.TooLate());
    }

    @ParameterizedTest
    @EnumSource
    void a_validation_is_written_once(Loss lost) {
        RunRef run = assertSettled(lost, SETTLE, JobStatus.VALIDATING, VALIDATED, JobStatus.QUEUED, 0);

        assertThat(JobRows.read(organization, run.job())).containsEntry("attempts_left", 3);
    }

    @ParameterizedTest
    @EnumSource
    void a_resolved_request_is_named_once_and_by_the_run_that_wrote_it(Loss lost) {
        RunRef run = JobRows.put(organization, JobStatus.VALIDATING, true);
        BodyRef resolved = new BodyRef(20_000, organization, run.job(), run.claim(), 7);

        assertThat(lost.at(SETTLE, proxy, settleRuns.alone(new Settlement(run, new Verdict.Validated(3, resolved)))))
                .isEqualTo(new Settled.Won(JobStatus.QUEUED));

        assertThat(JobRows.read(organization, run.job()))
                .containsEntry("status", "queued")
                .containsEntry("resolved_bucket", 20_000)
                .containsEntry("resolved_bytes", 7)
                .containsEntry("resolved_claim", run.claim());
    }

    @Test
    void a_later_claim_reads_the_resolved_request_and_a_late_validation_does_not_change_which() {
        RunRef run = JobRows.put(organization, JobStatus.VALIDATING, true);
        BodyRef resolved = new BodyRef(20_000, organization, run.job(), run.claim(), 7);
        Loss.answer(settleRuns.alone(new Settlement(run, new Verdict.Validated(3, resolved))));

        List<ClaimedJob> claimed = Loss.answer(claimJobs.claim(lane(0), JobRows.OWNER, Duration.ofDays(1)))
                .jobs();
        BodyRef other = new BodyRef(20_001, organization, run.job(), run.claim(), 8);
        Settled late = Loss.answer(settleRuns.alone(new Settlement(run, new Verdict.Validated(3, other))));

        assertThat(claimed).singleElement().returns(resolved, ClaimedJob::request);
        assertThat(late).isEqualTo(new Settled.TooLate());
        assertThat(JobRows.read(organization, run.job())).containsEntry("resolved_bucket", 20_000);
    }

    @ParameterizedTest
    @EnumSource
    void settlements_of_many_runs_are_told_apart(Loss lost) {
        RunRef completed = JobRows.put(organization, JobStatus.IN_PROGRESS);
        RunRef failed = JobRows.put(organization, JobStatus.IN_PROGRESS);
        RunRef cancelled = JobRows.put(organization, JobStatus.CANCELLED);
        List<Settlement> ends = List.of(
                new Settlement(completed, COMPLETE), new Settlement(failed, FAIL), new Settlement(cancelled, COMPLETE));

        assertThat(lost.at(SETTLE, proxy, settleRuns.together(ends)))
                .isEqualTo(Map.of(
                        completed,
                        new Settled.Won(JobStatus.COMPLETED),
                        failed,
                        new Settled.Won(JobStatus.FAILED),
                        cancelled,
                        new Settled.TooLate()));
    }

    @Test
    void a_failed_job_that_was_retried_before_its_failure_was_known_to_be_written_is_left_to_its_new_life() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        Runnable retry = () ->
                Loss.answer(retryJob.retry(new RetryRequest(organization, run.job(), "user", Duration.ofDays(7), 3)));

        Settled answer = Loss.ofAnswer(SETTLE, proxy, retry, settleRuns.alone(new Settlement(run, FAIL)));

        // The row shows no more who ended the life before.
        assertThat(answer).isEqualTo(new Settled.TooLate());
        assertThat(JobRows.read(organization, run.job()))
                .containsEntry("status", "queued")
                .containsEntry("generation", 1)
                .containsEntry("attempts_left", 3)
                .containsEntry("error_code", null);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_is_handed_back_once(Loss lost) {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        Set<RunRef> handedBack = lost.at(HAND_BACK, proxy, handBack.runs(List.of(run), JobRows.OWNER));

        assertThat(handedBack).containsExactly(run);
        assertHandedBackOnce(run);
    }

    @ParameterizedTest
    @EnumSource
    void the_stop_of_work_is_noted_once_and_its_time_told(Loss lost) {
        RunRef run = JobRows.put(organization, JobStatus.CANCELLED);
        JobRows.change(
                "update job set cancel_requested_at = now() - interval '1 minute' where id = ?",
                run.job().value());

        assertThat(lost.at(CONFIRM, proxy, confirmStop.confirm(run, 0)))
                .hasValueSatisfying(elapsed -> assertThat(elapsed).isBetween(LEASE, LEASE.plusSeconds(20)));
        assertThat(JobRows.read(organization, run.job()).get("work_stopped_at")).isNotNull();
    }

    private RunRef assertSettled(
            Loss lost, String statement, JobStatus from, Verdict verdict, JobStatus to, int chunks) {
        RunRef run = JobRows.put(organization, from, true);

        assertThat(lost.at(statement, proxy, settleRuns.alone(new Settlement(run, verdict))))
                .isEqualTo(new Settled.Won(to));

        assertThat(JobRows.read(organization, run.job()))
                .containsEntry("status", to.wire())
                .containsEntry("claim", run.claim())
                .containsEntry("attempt_count", 1);
        assertThat(JobRows.count(
                        "select count(*) from body where job_id = ? and claim = ?",
                        run.job().value(),
                        run.claim()))
                .isEqualTo(chunks);
        return run;
    }

    private void assertHandedBackOnce(RunRef run) {
        assertThat(JobRows.read(organization, run.job()))
                .containsEntry("status", "queued")
                .containsEntry("claim", run.claim())
                .containsEntry("attempts_left", 3)
                .containsEntry("attempt_count", 0);
    }

    private List<LaneClaim> lane(int cap) {
        return List.of(new LaneClaim(new Lane(organization, "/v1/documents/parse"), 0, 10, cap, 0));
    }
}
