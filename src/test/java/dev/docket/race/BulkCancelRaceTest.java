package dev.docket.race;

import static dev.docket.BulkCancels.ANY;
import static dev.docket.BulkCancels.isCompleted;
import static dev.docket.BulkCancels.matching;
import static dev.docket.BulkCancels.named;
import static dev.docket.BulkCancels.number;
import static dev.docket.BulkCancels.ofStatus;
import static dev.docket.BulkCancels.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.BulkCancels;
import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.StoreProfile;
import dev.docket.bulk.BulkTurns;
import dev.docket.job.BulkCancel;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.store.BatchDone;
import dev.docket.store.BulkRef;
import dev.docket.store.CancelBatch;
import dev.docket.store.CancelJob;
import dev.docket.store.CancelRequest;
import dev.docket.store.Cancelled;
import dev.docket.store.ClaimJobs;
import dev.docket.store.CreateBulkCancel;
import dev.docket.store.FindBulkCancels;
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
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A bulk cancel that meets another writer of one of its jobs, in both orders: the other one holds the row and the batch
 * passes it over, or the batch's transaction is open and the other one comes behind it.
 */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class BulkCancelRaceTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final BatchDone LEFT = new BatchDone.LeftToOthers();

    private final String organization = "org_" + UUID.randomUUID();
    private BulkCancels bulks;

    @Inject
    CreateBulkCancel createBulkCancel;

    @Inject
    CancelBatch cancelBatch;

    @Inject
    FindBulkCancels findBulkCancels;

    @Inject
    BulkTurns turns;

    @Inject
    SettleRuns settleRuns;

    @Inject
    Heartbeat heartbeat;

    @Inject
    ClaimJobs claimJobs;

    @Inject
    CancelJob cancelJob;

    @Inject
    RetryJob retryJob;

    @BeforeEach
    void have_an_organization() {
        bulks = new BulkCancels(organization, createBulkCancel);
    }

    @Test
    void a_job_that_is_being_completed_is_passed_over_and_then_told_as_completed() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        RunRef other = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(named(run, other));
        try (HeldRow held = HeldRow.of(run)) {
            CompletableFuture<Settled> completion = complete(run).subscribeAsCompletionStage();
            held.awaitWaiting(1);

            assertThat(batch(bulk).completed()).isFalse();
            assertThat(outcomes(bulk))
                    .containsExactly(
                            Map.entry(other.job(), "cancelled cancelled"), Map.entry(run.job(), "pending null"));
            assertThat(number(bulk, "pending")).isEqualTo(1);
            assertThat(batch(bulk).advanced()).isFalse();

            held.release();
            assertThat(completion.join()).isEqualTo(new Settled.Won(JobStatus.COMPLETED));
        }
        assertThat(batch(bulk).completed()).isTrue();
        assertThat(outcomes(bulk)).containsEntry(run.job(), "already_finished completed");
        assertThat(number(bulk, "pending")).isZero();
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void a_completion_behind_a_batch_is_dropped() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        assertThat(behind(bulks.store(named(run)), complete(run))).isEqualTo(new Settled.TooLate());

        assertThat(JobRows.status(run)).isEqualTo(JobStatus.CANCELLED);
        assertThat(JobRows.read(organization, run.job()).get("response_status")).isNull();
    }

    @Test
    void a_heartbeat_behind_a_batch_learns_that_the_run_is_lost() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        assertThat(behind(bulks.store(named(run)), heartbeat.beat(List.of(run), JobRows.OWNER, LEASE)))
                .isEmpty();
    }

    @Test
    void a_cancel_of_one_job_behind_a_batch_gets_the_cancellation_of_the_bulk_cancel() {
        RunRef run = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(named(run));

        assertThat(behind(bulk, cancel(run))).isInstanceOfSatisfying(Cancelled.LostRace.class, lost -> {
            assertThat(lost.job().cancellation().bulkCancel()).isEqualTo(bulk.id());
            assertThat(lost.job().cancellation().reason()).isEqualTo("why");
        });
    }

    @Test
    void a_batch_passes_over_a_job_that_a_single_cancel_is_about_to_take() {
        RunRef run = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(named(run));
        try (HeldRow held = HeldRow.of(run)) {
            CompletableFuture<Cancelled> cancel = cancel(run).subscribeAsCompletionStage();
            held.awaitWaiting(1);
            batch(bulk);

            held.release();

            assertThat(cancel.join()).isInstanceOf(Cancelled.Won.class);
        }
        batch(bulk);
        assertThat(outcomes(bulk)).containsExactly(Map.entry(run.job(), "already_finished cancelled"));
        assertThat(JobRows.read(organization, run.job())).containsEntry("cancel_reason", "alone");
    }

    @Test
    void a_claim_passes_over_the_jobs_of_a_batch() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(named(job));
        try (HeldOutcomes held = HeldOutcomes.hold()) {
            CompletableFuture<BatchDone> batch = cancelBatch.next(bulk, 10).subscribeAsCompletionStage();
            held.awaitBatches(1);

            assertThat(claim()).isEmpty();

            held.release();
            batch.join();
        }
        assertThat(claim()).isEmpty();
        assertThat(outcomes(bulk)).containsExactly(Map.entry(job.job(), "cancelled cancelled"));
    }

    @Test
    void a_run_that_a_claim_began_under_a_batch_is_stopped_by_the_next() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(named(job));

        BatchDone.Written next = afterAClaim(job, bulk);

        assertThat(next.stopped()).containsExactly(new RunRef(organization, job.job(), job.claim() + 1));
        assertThat(JobRows.read(organization, job.job())).containsEntry("work_started", true);
    }

    @Test
    void a_job_whose_claim_was_first_is_left_alone_when_only_queued_ones_were_meant() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(named(job), true);

        assertThat(afterAClaim(job, bulk).stopped()).isEmpty();

        assertThat(outcomes(bulk)).containsExactly(Map.entry(job.job(), "not_queued in_progress"));
        assertThat(JobRows.status(job)).isEqualTo(JobStatus.IN_PROGRESS);
    }

    @Test
    void a_job_whose_claim_was_first_is_left_alone_when_the_filter_says_queued() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(matching(ofStatus(JobStatus.QUEUED)));

        afterAClaim(job, bulk);

        assertThat(outcomes(bulk)).containsExactly(Map.entry(job.job(), "status_changed in_progress"));
        assertThat(JobRows.status(job)).isEqualTo(JobStatus.IN_PROGRESS);
    }

    @Test
    void a_job_that_ended_and_was_retried_under_a_batch_is_left_alone() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        BulkRef bulk = bulks.store(matching(ANY));
        try (HeldRow held = HeldRow.of(run)) {
            batch(bulk);
            held.change("""
                    update job set status = 'failed', completed_at = now(), owner = null, lease_until = null,
                                   error_code = 'document_damaged', error_message = 'It is broken.'
                    where id = ?
                    """, run.job().value());
            held.release();
        }
        retry(run);

        batch(bulk);

        assertThat(outcomes(bulk)).containsExactly(Map.entry(run.job(), "already_finished queued"));
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void a_job_that_is_deleted_under_a_batch_is_not_found() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(matching(ANY));
        try (HeldRow held = HeldRow.of(job)) {
            batch(bulk);
            held.change("delete from job_facts where id = ?", job.job().value());
            held.change("delete from job where id = ?", job.job().value());
            held.release();
        }

        assertThat(batch(bulk).completed()).isTrue();
        assertThat(outcomes(bulk)).containsExactly(Map.entry(job.job(), "not_found null"));
    }

    @Test
    void two_bulk_cancels_over_the_same_jobs_do_not_wait_for_each_other_and_each_job_is_cancelled_by_one() {
        RunRef[] jobs = queued(5);
        BulkRef one = bulks.store(named(jobs));
        BulkRef other = bulks.store(matching(ANY));
        try (HeldOutcomes held = HeldOutcomes.hold()) {
            CompletableFuture<BatchDone> first = cancelBatch.next(one, 3).subscribeAsCompletionStage();
            held.awaitBatches(1);
            CompletableFuture<BatchDone> second = cancelBatch.next(other, 10).subscribeAsCompletionStage();
            held.awaitBatches(2);
            held.release();
            first.join();
            second.join();
        }
        assertThat(number(one, "cancelled")).isEqualTo(3);
        assertThat(number(other, "cancelled")).isEqualTo(2);
        assertThat(number(other, "pending")).isEqualTo(3);

        batch(one);
        batch(other);

        assertThat(number(one, "cancelled * 100 + already_finished * 10 + pending"))
                .isEqualTo(320);
        assertThat(number(other, "cancelled * 100 + already_finished * 10 + pending"))
                .isEqualTo(230);
        assertThat(outcomes(one)).hasSize(5);
        assertThat(outcomes(other)).hasSize(5);
    }

    @Test
    void many_bulk_cancels_at_once_cancel_every_job_once() {
        RunRef[] jobs = queued(300);
        List<BulkRef> all = IntStream.range(0, 6)
                .mapToObj(i -> bulks.store(i % 2 == 0 ? named(jobs) : matching(ANY)))
                .toList();

        // Each in three hands at once, as if three processes had found it.
        List<CompletableFuture<Void>> hands = all.stream()
                .flatMap(bulk ->
                        IntStream.range(0, 3).mapToObj(hand -> untilOver(bulk).subscribeAsCompletionStage()))
                .toList();
        hands.forEach(hand -> hand.orTimeout(60, TimeUnit.SECONDS).join());

        assertThat(all).allMatch(BulkCancels::isCompleted);
        assertThat(all.stream().mapToInt(bulk -> number(bulk, "cancelled")).sum())
                .isEqualTo(jobs.length);
        assertThat(all).allSatisfy(bulk -> assertThat(cancelledBy(bulk)).isEqualTo(toldAsCancelled(bulk)));
        assertThat(all.stream().filter(bulk -> !outcomes(bulk).isEmpty()).toList())
                .filteredOn(bulk -> number(bulk, "(filter is null)::int") == 1)
                .allSatisfy(bulk -> assertThat(outcomes(bulk)).hasSize(jobs.length));
    }

    @Test
    void a_batch_whose_connection_is_cut_before_its_commit_changes_nothing_and_is_done_by_the_next_try() {
        RunRef[] jobs = queued(3);
        BulkRef bulk = bulks.store(named(jobs));
        CompletableFuture<BatchDone> batch;
        try (HeldOutcomes held = HeldOutcomes.hold()) {
            batch = cancelBatch.next(bulk, 10).subscribeAsCompletionStage();
            held.awaitBatches(1);
            held.cutBatches();
            held.awaitBatches(1);
            assertThat(JobRows.status(jobs[0])).isEqualTo(JobStatus.QUEUED);
            assertThat(number(bulk, "position")).isZero();
            held.release();
        }
        assertThat(batch.join())
                .isInstanceOfSatisfying(
                        BatchDone.Written.class,
                        written -> assertThat(written.completed()).isTrue());
        assertThat(outcomes(bulk).values()).containsOnly("cancelled cancelled").hasSize(3);
    }

    @Test
    void a_bulk_cancel_waits_for_a_held_job_and_then_completes() {
        RunRef held = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(named(held, queued(1)[0]));
        CompletableFuture<Void> over;
        try (HeldRow row = HeldRow.of(held)) {
            over = turns.begin(bulk).subscribeAsCompletionStage();
            Awaitility.await().until(() -> number(bulk, "pending") == 1);
            assertThat(over).isNotDone();
            row.release();
        }
        over.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(isCompleted(bulk)).isTrue();
        assertThat(outcomes(bulk).values()).containsOnly("cancelled cancelled");
    }

    /** The next batch after one that met the row while a claim had it. */
    private BatchDone.Written afterAClaim(RunRef job, BulkRef bulk) {
        try (HeldRow held = HeldRow.of(job)) {
            assertThat(batch(bulk).completed()).isFalse();
            held.change("""
                    update job set status = 'in_progress', owner = ?, lease_until = now() + interval '1 hour',
                                   claim = claim + 1, ready_pos = null, started_at = now()
                    where id = ?
                    """, JobRows.OWNER, job.job().value());
            held.release();
        }
        return batch(bulk);
    }

    /** What a writer gets that comes while a batch has its jobs but is not committed. */
    private <T> T behind(BulkRef bulk, Uni<T> writer) {
        try (HeldOutcomes held = HeldOutcomes.hold()) {
            CompletableFuture<BatchDone> batch = cancelBatch.next(bulk, 10).subscribeAsCompletionStage();
            held.awaitBatches(1);
            CompletableFuture<T> second = writer.subscribeAsCompletionStage();
            HeldRow.awaitWaitingAnywhere(2);
            held.release();
            assertThat(batch.join()).isInstanceOf(BatchDone.Written.class);
            return second.join();
        }
    }

    private BatchDone.Written batch(BulkRef bulk) {
        return (BatchDone.Written) cancelBatch.next(bulk, 10).await().indefinitely();
    }

    /** Batch after batch, as a process that has found it would, whoever else is at it. */
    private Uni<Void> untilOver(BulkRef bulk) {
        return cancelBatch
                .next(bulk, 7)
                .chain(done ->
                        done.equals(LEFT) ? isOver(bulk) : Uni.createFrom().item(false))
                .chain(over -> over ? Uni.createFrom().voidItem() : soon().chain(() -> untilOver(bulk)));
    }

    /** Asked over the pool: the hands are on event loops, where a connection of one's own would hold up all of them. */
    private Uni<Boolean> isOver(BulkRef bulk) {
        return findBulkCancels
                .byId(bulk)
                .map(found -> found.map(BulkCancel::isCompleted).orElse(false));
    }

    private static Uni<Void> soon() {
        return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(1));
    }

    private RunRef[] queued(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> JobRows.put(organization, JobStatus.QUEUED))
                .toArray(RunRef[]::new);
    }

    private static int cancelledBy(BulkRef bulk) {
        return JobRows.count(
                "select count(*) from job where organization_id = ? and status = 'cancelled' and cancel_token = ?",
                bulk.organization(),
                "bulk:" + bulk.id());
    }

    private static int toldAsCancelled(BulkRef bulk) {
        Set<String> told = outcomes(bulk).entrySet().stream()
                .filter(outcome -> outcome.getValue().equals("cancelled cancelled"))
                .map(outcome -> outcome.getKey().value())
                .collect(Collectors.toSet());
        return told.size();
    }

    private Uni<Cancelled> cancel(RunRef run) {
        return cancelJob.cancel(new CancelRequest(organization, run.job(), "token", "alone", false));
    }

    private Uni<Settled> complete(RunRef run) {
        Payload body = Payload.of("{}".getBytes());
        return settleRuns.alone(new Settlement(run, new Verdict.Complete(200, body)));
    }

    private void retry(RunRef run) {
        retryJob.retry(new RetryRequest(organization, run.job(), "retry", Duration.ofDays(7), 3))
                .await()
                .indefinitely();
    }

    private List<?> claim() {
        Lane lane = new Lane(organization, "/v1/documents/parse");
        return claimJobs
                .claim(List.of(new LaneClaim(lane, 0, 10, 0, 0)), JobRows.OWNER, LEASE)
                .await()
                .indefinitely()
                .jobs();
    }
}
