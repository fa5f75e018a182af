package dev.docket.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.StoreProfile;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.store.CancelRequest;
import dev.docket.store.Cancelled;
import dev.docket.store.ClaimJobs;
import dev.docket.store.Claimed;
import dev.docket.store.GatherCancels;
import dev.docket.store.HandBack;
import dev.docket.store.Heartbeat;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import dev.docket.store.Retried;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.RunRef;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settled;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The answers of a cancel that meets another writer, each at the exact moment: the writers wait in line for the row.
 */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class CancelRaceTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final String organization = "org_" + UUID.randomUUID();

    @Inject
    GatherCancels cancels;

    @Inject
    SettleRuns settleRuns;

    @Inject
    Heartbeat heartbeat;

    @Inject
    ClaimJobs claimJobs;

    @Inject
    RetryJob retryJob;

    @Inject
    HandBack handBack;

    @Test
    void cancel_that_loses_to_completion_returns_the_finished_job() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        Race<Settled, Cancelled> race = race(run, complete(run), cancel(run));

        assertThat(race.first()).isEqualTo(new Settled.Won(JobStatus.COMPLETED));
        assertThat(race.second()).isInstanceOfSatisfying(Cancelled.LostRace.class, lost -> {
            assertThat(lost.job().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(lost.job().response()).isNotNull();
            assertThat(lost.job().cancellation()).isNull();
        });
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void completion_that_loses_to_cancel_is_dropped() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        Race<Cancelled, Settled> race = race(run, cancel(run), complete(run));

        assertThat(race.first()).isInstanceOfSatisfying(Cancelled.Won.class, won -> {
            assertThat(won.run()).isEqualTo(run);
            assertThat(won.job().cancellation().workStarted()).isTrue();
        });
        assertThat(race.second()).isEqualTo(new Settled.TooLate());
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.CANCELLED);
        assertThat(JobRows.read(organization, run.job()).get("response_status")).isNull();
    }

    @Test
    void cancel_that_loses_to_a_failure_returns_the_failed_job() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        Race<Settled, Cancelled> race = race(run, fail(run), cancel(run));

        assertThat(race.second()).isInstanceOfSatisfying(Cancelled.LostRace.class, lost -> {
            assertThat(lost.job().status()).isEqualTo(JobStatus.FAILED);
            assertThat(lost.job().error().code()).isEqualTo("document_damaged");
        });
    }

    @Test
    void failure_that_loses_to_cancel_is_dropped() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        Race<Cancelled, Settled> race = race(run, cancel(run), fail(run));

        assertThat(race.second()).isEqualTo(new Settled.TooLate());
        assertThat(JobRows.read(organization, run.job()).get("error_code")).isNull();
    }

    @Test
    void the_second_of_two_cancels_gets_the_first_ones_cancellation() {
        RunRef run = JobRows.put(organization, JobStatus.QUEUED);

        Race<Cancelled, Cancelled> race = race(run, cancel(run, "first"), cancel(run, "second"));

        assertThat(race.first()).isInstanceOf(Cancelled.Won.class);
        assertThat(race.second()).isInstanceOfSatisfying(Cancelled.LostRace.class, lost -> {
            assertThat(lost.job().status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(lost.job().cancellation().reason()).isEqualTo("first");
        });
    }

    @Test
    void heartbeat_behind_a_cancel_learns_that_the_run_is_lost() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        var race = race(run, cancel(run), heartbeat.beat(List.of(run), JobRows.OWNER, LEASE));

        assertThat(race.second()).isEmpty();
    }

    @Test
    void cancel_behind_a_heartbeat_wins() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        var race = race(run, heartbeat.beat(List.of(run), JobRows.OWNER, LEASE), cancel(run));

        assertThat(race.first()).containsExactly(run);
        assertThat(race.second()).isInstanceOf(Cancelled.Won.class);
    }

    @Test
    void a_claim_passes_over_a_job_that_is_being_cancelled() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        try (HeldRow held = HeldRow.of(job)) {
            CompletableFuture<Cancelled> cancel = cancel(job).subscribeAsCompletionStage();
            held.awaitWaiting(1);

            assertThat(claim().await().indefinitely().jobs()).isEmpty();

            held.release();
            assertThat(cancel.join()).isInstanceOf(Cancelled.Won.class);
        }
    }

    @Test
    void cancel_behind_a_claim_stops_the_run_that_the_claim_began() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        try (HeldRow held = HeldRow.of(job)) {
            CompletableFuture<Cancelled> cancel = cancel(job).subscribeAsCompletionStage();
            held.awaitWaiting(1);
            begin(held, job);

            held.release();

            assertThat(cancel.join()).isInstanceOfSatisfying(Cancelled.Won.class, won -> {
                assertThat(won.run().claim()).isEqualTo(job.claim() + 1);
                assertThat(won.job().startedAt()).isNotNull();
            });
        }
    }

    @Test
    void cancel_of_queued_jobs_only_leaves_a_job_alone_whose_claim_was_first() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        try (HeldRow held = HeldRow.of(job)) {
            CompletableFuture<Cancelled> cancel = cancel(job, null, true).subscribeAsCompletionStage();
            held.awaitWaiting(1);
            begin(held, job);

            held.release();

            assertThat(cancel.join())
                    .isInstanceOfSatisfying(
                            Cancelled.NoLongerQueued.class,
                            running -> assertThat(running.job().status()).isEqualTo(JobStatus.IN_PROGRESS));
            assertThat(JobRows.status(job)).isEqualTo(JobStatus.IN_PROGRESS);
        }
    }

    @Test
    void cancel_behind_an_expiry_returns_the_expired_job() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        try (HeldRow held = HeldRow.of(job)) {
            CompletableFuture<Cancelled> cancel = cancel(job).subscribeAsCompletionStage();
            held.awaitWaiting(1);
            held.change("""
                    update job set status = 'expired', completed_at = now(), ready_pos = null, expires_at = now()
                    where id = ?
                    """, job.job().value());

            held.release();

            assertThat(cancel.join())
                    .isInstanceOfSatisfying(
                            Cancelled.LostRace.class,
                            lost -> assertThat(lost.job().status()).isEqualTo(JobStatus.EXPIRED));
        }
    }

    @Test
    void cancel_of_a_job_whose_time_passes_between_its_snapshot_and_its_lock_returns_the_expired_job() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        try (HeldRow held = HeldRow.of(job)) {
            CompletableFuture<Cancelled> cancel = cancel(job).subscribeAsCompletionStage();
            held.awaitWaiting(1);
            held.change(
                    "update job set expires_at = clock_timestamp() where id = ?",
                    job.job().value());

            held.release();

            assertThat(cancel.join())
                    .isInstanceOfSatisfying(
                            Cancelled.LostRace.class,
                            lost -> assertThat(lost.job().status()).isEqualTo(JobStatus.EXPIRED));
        }
    }

    @Test
    void cancel_behind_a_deletion_finds_nothing() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        try (HeldRow held = HeldRow.of(job)) {
            CompletableFuture<Cancelled> cancel = cancel(job).subscribeAsCompletionStage();
            held.awaitWaiting(1);
            held.change("delete from job_facts where id = ?", job.job().value());
            held.change("delete from job where id = ?", job.job().value());

            held.release();

            assertThat(cancel.join()).isEqualTo(new Cancelled.NotFound());
        }
    }

    @Test
    void cancel_behind_a_retry_cancels_the_retried_job() {
        RunRef job = JobRows.put(organization, JobStatus.FAILED);

        Race<Retried, Cancelled> race = race(job, retry(job), cancel(job));

        assertThat(race.first()).isInstanceOf(Retried.Accepted.class);
        assertThat(race.second()).isInstanceOf(Cancelled.Won.class);
        assertThat(JobRows.status(job)).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void retry_behind_a_failure_takes_the_failed_job() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        Race<Settled, Retried> race = race(run, fail(run), retry(run));

        assertThat(race.second()).isInstanceOf(Retried.Accepted.class);
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void cancel_of_queued_jobs_only_behind_a_hand_back_wins() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        var race = race(run, handBack.runs(List.of(run), JobRows.OWNER), cancel(run, null, true));

        assertThat(race.first()).containsExactly(run);
        assertThat(race.second()).isInstanceOf(Cancelled.Won.class);
    }

    @Test
    void a_cancel_tried_again_with_its_own_token_answers_as_the_first_try() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        Cancelled first = cancel(run, "why").await().indefinitely();
        Cancelled again = cancel(run, "why").await().indefinitely();

        assertThat(again)
                .isInstanceOf(Cancelled.Won.class)
                .usingRecursiveComparison()
                .ignoringFields("request")
                .isEqualTo(first);
    }

    @Test
    void a_cancel_that_comes_again_after_a_retry_leaves_the_new_generation_alone() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        cancel(job, "why").await().indefinitely();
        retry(job).await().indefinitely();

        assertThat(cancel(job, "why").await().indefinitely())
                .isInstanceOfSatisfying(
                        Cancelled.Repeated.class,
                        repeated -> assertThat(repeated.job().status()).isEqualTo(JobStatus.QUEUED));
    }

    @Test
    void of_many_cancels_that_come_together_one_wins_each_job() {
        List<RunRef> jobs = Stream.generate(() -> JobRows.put(organization, JobStatus.QUEUED))
                .limit(8)
                .toList();

        List<CompletableFuture<Cancelled>> calls = IntStream.range(0, 5)
                .boxed()
                .flatMap(caller -> jobs.stream().map(job -> cancel(job, "caller " + caller)))
                .map(Uni::subscribeAsCompletionStage)
                .toList();

        List<Cancelled> answers = calls.stream().map(CompletableFuture::join).toList();
        assertThat(answers)
                .filteredOn(Cancelled.Won.class::isInstance)
                .extracting(answer -> ((Cancelled.Won) answer).job().id())
                .containsExactlyInAnyOrderElementsOf(
                        jobs.stream().map(RunRef::job).toList());
        assertThat(answers)
                .allMatch(answer -> answer instanceof Cancelled.Won
                        || answer instanceof Cancelled.LostRace
                        || answer instanceof Cancelled.AlreadyFinished);
    }

    @Test
    void a_cancel_does_not_wait_for_a_neighbour_that_waits_for_another_writer() {
        RunRef held = JobRows.put(organization, JobStatus.QUEUED);
        RunRef free = JobRows.put(organization, JobStatus.QUEUED);
        try (HeldRow row = HeldRow.of(held)) {
            CompletableFuture<Cancelled> waits = cancel(held, "waits").subscribeAsCompletionStage();
            CompletableFuture<Cancelled> goes = cancel(free, "goes").subscribeAsCompletionStage();

            assertThat(goes.join()).isInstanceOf(Cancelled.Won.class);
            row.awaitWaiting(1);
            row.release();

            assertThat(waits.join()).isInstanceOf(Cancelled.Won.class);
        }
    }

    @Test
    void a_settlement_tried_again_answers_as_the_first_try() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        assertThat(complete(run).await().indefinitely()).isEqualTo(new Settled.Won(JobStatus.COMPLETED));
        assertThat(complete(run).await().indefinitely()).isEqualTo(new Settled.Won(JobStatus.COMPLETED));
    }

    private record Race<A, B>(A first, B second) {}

    /** Runs both while the row is held; the first one to come gets it first. */
    private static <A, B> Race<A, B> race(RunRef run, Uni<A> first, Uni<B> second) {
        try (HeldRow held = HeldRow.of(run)) {
            CompletableFuture<A> a = first.subscribeAsCompletionStage();
            held.awaitWaiting(1);
            CompletableFuture<B> b = second.subscribeAsCompletionStage();
            held.awaitWaiting(2);
            held.release();
            return new Race<>(a.join(), b.join());
        }
    }

    /** What a claim does, in the transaction that holds the row: a claim itself would pass it over. */
    private static void begin(HeldRow held, RunRef job) {
        held.change("""
                update job set status = 'in_progress', owner = ?, lease_until = now() + interval '1 hour',
                               claim = claim + 1, ready_pos = null, started_at = now()
                where id = ?
                """, JobRows.OWNER, job.job().value());
    }

    private Uni<Cancelled> cancel(RunRef run) {
        return cancel(run, null);
    }

    private Uni<Cancelled> cancel(RunRef run, String reason) {
        return cancel(run, reason, false);
    }

    private Uni<Cancelled> cancel(RunRef run, String reason, boolean onlyIfQueued) {
        String token = "token of " + reason;
        return cancels.cancel(new CancelRequest(organization, run.job(), token, reason, onlyIfQueued));
    }

    private Uni<Retried> retry(RunRef run) {
        return retryJob.retry(new RetryRequest(organization, run.job(), "retry", Duration.ofDays(7), 3));
    }

    private Uni<Settled> complete(RunRef run) {
        Payload body = Payload.of("{}".getBytes());
        return settleRuns.alone(new Settlement(run, new Verdict.Complete(200, body)));
    }

    private Uni<Settled> fail(RunRef run) {
        JobError error = new JobError(ErrorCode.DOCUMENT_DAMAGED, "It is broken.");
        return settleRuns.alone(new Settlement(run, new Verdict.Fail(error)));
    }

    private Uni<Claimed> claim() {
        Lane lane = new Lane(organization, "/v1/documents/parse");
        return claimJobs.claim(List.of(new LaneClaim(lane, 0, 10, 0, 0)), JobRows.OWNER, LEASE);
    }
}
