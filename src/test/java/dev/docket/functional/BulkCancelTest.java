package dev.docket.functional;

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
import dev.docket.TestPostgres;
import dev.docket.bulk.BulkTurns;
import dev.docket.job.BulkOutcome;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.store.BatchDone;
import dev.docket.store.BulkCreated;
import dev.docket.store.BulkRef;
import dev.docket.store.CancelBatch;
import dev.docket.store.CreateBulkCancel;
import dev.docket.store.DeleteBulkCancels;
import dev.docket.store.DueBulkCancels;
import dev.docket.store.JobFilter;
import dev.docket.store.NewBulkCancel;
import dev.docket.store.Retried;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.RunRef;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The work on a bulk cancel, batch by batch, with the test alone to move it. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class BulkCancelTest {
    private static final Duration KEPT = Duration.ofDays(7);

    private final String organization = "org_" + UUID.randomUUID();
    private BulkCancels bulks;

    @Inject
    CreateBulkCancel createBulkCancel;

    @Inject
    CancelBatch cancelBatch;

    @Inject
    DueBulkCancels dueBulkCancels;

    @Inject
    DeleteBulkCancels deleteBulkCancels;

    @Inject
    RetryJob retryJob;

    @Inject
    BulkTurns turns;

    @BeforeEach
    void have_an_organization() {
        bulks = new BulkCancels(organization, createBulkCancel);
    }

    @Test
    void a_batch_has_no_more_jobs_than_it_may_and_the_last_one_completes() {
        RunRef[] jobs = put(JobStatus.QUEUED, 5);
        BulkRef bulk = bulks.store(named(jobs));

        assertThat(written(bulk, 2).outcomes()).containsEntry(BulkOutcome.CANCELLED, 2);
        assertThat(cancelled()).isEqualTo(2);
        assertThat(written(bulk, 2).completed()).isFalse();
        BatchDone.Written last = written(bulk, 2);

        assertThat(last.outcomes()).containsEntry(BulkOutcome.CANCELLED, 1);
        assertThat(last.completed()).isTrue();
        assertThat(number(bulk, "cancelled")).isEqualTo(5);
        assertThat(outcomes(bulk).keySet())
                .containsExactlyElementsOf(Stream.of(jobs)
                        .map(RunRef::job)
                        .sorted(Comparator.comparing(JobId::value))
                        .toList());
        assertThat(cancelBatch.next(bulk, 2).await().indefinitely()).isEqualTo(new BatchDone.LeftToOthers());
    }

    @Test
    void the_runs_that_are_to_be_stopped_are_named() {
        RunRef running = JobRows.put(organization, JobStatus.IN_PROGRESS);
        RunRef queued = JobRows.put(organization, JobStatus.QUEUED);

        assertThat(written(bulks.store(named(running, queued)), 10).stopped()).containsExactly(running);
    }

    @Test
    void jobs_created_after_a_bulk_cancel_are_left_alone() {
        RunRef before = JobRows.put(organization, JobStatus.QUEUED);
        BulkRef bulk = bulks.store(matching(ANY));
        RunRef after = JobRows.put(organization, JobStatus.QUEUED);

        assertThat(written(bulk, 10).completed()).isTrue();

        assertThat(outcomes(bulk)).containsOnlyKeys(before.job());
        assertThat(JobRows.status(after)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void jobs_retried_after_a_bulk_cancel_are_left_alone() {
        RunRef failed = JobRows.put(organization, JobStatus.FAILED);
        BulkRef byName = bulks.store(named(failed));
        BulkRef byFilter = bulks.store(matching(ANY));
        retry(failed);

        written(byName, 10);
        written(byFilter, 10);

        assertThat(outcomes(byName)).containsExactly(Map.entry(failed.job(), "already_finished queued"));
        assertThat(outcomes(byFilter)).isEmpty();
        assertThat(isCompleted(byFilter)).isTrue();
        assertThat(JobRows.status(failed)).isEqualTo(JobStatus.QUEUED);
        BulkRef later = bulks.store(matching(ANY));
        written(later, 10);
        assertThat(outcomes(later)).containsExactly(Map.entry(failed.job(), "cancelled cancelled"));
    }

    @Test
    void a_job_retried_after_its_outcome_is_not_cancelled_again_by_the_same_bulk_cancel() {
        put(JobStatus.QUEUED, 3);
        BulkRef bulk = bulks.store(matching(ANY));
        written(bulk, 1);
        RunRef first =
                new RunRef(organization, outcomes(bulk).keySet().iterator().next(), 0);
        retry(first);

        written(bulk, 10);

        assertThat(isCompleted(bulk)).isTrue();
        assertThat(outcomes(bulk)).hasSize(3).containsEntry(first.job(), "cancelled cancelled");
        assertThat(JobRows.status(first)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void a_filter_that_hardly_ever_fits_costs_a_batch_no_more_than_a_look_at_so_many_jobs() {
        put(JobStatus.QUEUED, 45);
        RunRef rare = JobRows.put(organization, JobStatus.IN_PROGRESS);
        JobRows.change(
                "update job_facts set model = 'm' where id = ?", rare.job().value());
        put(JobStatus.QUEUED, 5);
        BulkRef bulk = bulks.store(matching(ofModel("m")));

        assertThat(written(bulk, 2).outcomes().values()).containsOnly(0);
        assertThat(outcomes(bulk)).isEmpty();
        written(bulk, 2);
        assertThat(written(bulk, 2).completed()).isTrue();

        assertThat(outcomes(bulk)).containsExactly(Map.entry(rare.job(), "cancelled cancelled"));
        assertThat(cancelled()).isEqualTo(1);
    }

    @Test
    void a_status_of_a_filter_is_the_one_that_a_job_has_when_its_turn_comes() {
        RunRef[] jobs = put(JobStatus.QUEUED, 2);
        BulkRef bulk = bulks.store(matching(ofStatus(JobStatus.QUEUED)));
        begin(jobs[0]);

        written(bulk, 10);

        assertThat(outcomes(bulk)).containsOnlyKeys(jobs[1].job());
        assertThat(JobRows.status(jobs[0])).isEqualTo(JobStatus.IN_PROGRESS);
    }

    @Test
    void a_bulk_cancel_in_another_process_hands_is_left_to_it() throws Exception {
        BulkRef bulk = bulks.store(named(put(JobStatus.QUEUED, 1)));
        try (var connection = TestPostgres.shared().connect()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select from bulk_cancel where id = ? for no key update")) {
                lock.setString(1, bulk.id().value());
                lock.executeQuery();
            }

            assertThat(cancelBatch.next(bulk, 10).await().indefinitely()).isEqualTo(new BatchDone.LeftToOthers());
            connection.rollback();
        }
        assertThat(written(bulk, 10).completed()).isTrue();
    }

    @Test
    void another_organizations_bulk_cancel_is_not_to_be_had() {
        BulkRef bulk = bulks.store(named(put(JobStatus.QUEUED, 1)));
        BulkRef foreign = new BulkRef("org_other", bulk.id());

        assertThat(cancelBatch.next(foreign, 10).await().indefinitely()).isEqualTo(new BatchDone.LeftToOthers());
        assertThat(cancelled()).isZero();
    }

    @Test
    void a_bulk_cancel_that_was_stored_by_a_lost_try_is_found_by_the_next() {
        NewBulkCancel call = bulks.bulk(named(put(JobStatus.QUEUED, 1)), false);

        BulkCreated first = createBulkCancel.create(call, 100).await().indefinitely();
        BulkCreated again = createBulkCancel.create(call, 100).await().indefinitely();

        assertThat(again).isEqualTo(first).isInstanceOf(BulkCreated.Stored.class);
        assertThat(JobRows.count("select count(*) from bulk_cancel where organization_id = ?", organization))
                .isEqualTo(1);
    }

    @Test
    void an_organization_has_no_more_running_ones_than_it_may() {
        BulkRef running = bulks.store(named(put(JobStatus.QUEUED, 1)));
        NewBulkCancel call = bulks.bulk(matching(ANY), false);

        assertThat(createBulkCancel.create(call, 1).await().indefinitely()).isEqualTo(new BulkCreated.TooMany());
        written(running, 10);

        assertThat(createBulkCancel.create(call, 1).await().indefinitely()).isInstanceOf(BulkCreated.Stored.class);
    }

    @Test
    void one_that_nobody_has_worked_on_lately_is_due() {
        BulkRef bulk = bulks.store(named(put(JobStatus.QUEUED, 2)));
        assertThat(due()).doesNotContain(bulk);
        makeDue(bulk);
        assertThat(due()).contains(bulk);

        written(bulk, 1);
        assertThat(due()).doesNotContain(bulk);
        makeDue(bulk);
        BulkCancels.age(bulk, "7 days");
        assertThat(due()).doesNotContain(bulk);
        BulkCancels.age(bulk, "-7 days");
        written(bulk, 1);
        makeDue(bulk);
        assertThat(due()).doesNotContain(bulk);
    }

    @Test
    void one_that_is_older_than_any_job_is_not_worked_on_any_more() {
        RunRef[] jobs = put(JobStatus.QUEUED, 1);
        BulkRef bulk = bulks.store(named(jobs));
        BulkCancels.age(bulk, "7 days 1 second");

        assertThat(cancelBatch.next(bulk, 10).await().indefinitely()).isEqualTo(new BatchDone.LeftToOthers());
        assertThat(JobRows.status(jobs[0])).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void old_ones_are_deleted_after_their_outcomes_and_young_ones_stay() {
        BulkRef old = bulks.store(named(put(JobStatus.QUEUED, 3)));
        written(old, 10);
        BulkCancels.age(old, "7 days 2 hours");
        BulkRef young = bulks.store(named(put(JobStatus.QUEUED, 1)));
        written(young, 10);
        BulkCancels.age(young, "6 days");

        assertThat(delete(DeleteBulkCancels::bulkCancels)).isZero();
        assertThat(delete(DeleteBulkCancels::outcomes)).isEqualTo(2);
        assertThat(delete(DeleteBulkCancels::outcomes)).isEqualTo(1);
        assertThat(delete(DeleteBulkCancels::bulkCancels)).isEqualTo(1);
        assertThat(delete(DeleteBulkCancels::bulkCancels)).isZero();

        assertThat(outcomes(old)).isEmpty();
        assertThat(number(old, "count(*)")).isZero();
        assertThat(outcomes(young)).hasSize(1);
        assertThat(cancelled()).isEqualTo(4);
    }

    @Test
    void a_job_that_fails_every_batch_is_given_up_and_the_others_are_cancelled() {
        RunRef[] jobs = put(JobStatus.QUEUED, 9);
        RunRef poisoned = jobs[4];
        JobRows.change("""
                create function refuse_the_poisoned_job() returns trigger language plpgsql as $$
                begin
                    raise exception 'poisoned';
                end
                $$
                """);
        JobRows.change("create trigger poisoned before update on job for each row when (old.id = '" + poisoned.job()
                + "') execute function refuse_the_poisoned_job()");
        try {
            BulkRef bulk = bulks.store(named(jobs));

            turns.begin(bulk).await().atMost(Duration.ofSeconds(30));

            assertThat(isCompleted(bulk)).isTrue();
            assertThat(number(bulk, "cancelled")).isEqualTo(8);
            assertThat(number(bulk, "error")).isEqualTo(1);
            assertThat(outcomes(bulk)).hasSize(9).containsEntry(poisoned.job(), "error null");
            assertThat(JobRows.status(poisoned)).isEqualTo(JobStatus.QUEUED);
        } finally {
            JobRows.change("drop trigger poisoned on job");
            JobRows.change("drop function refuse_the_poisoned_job");
        }
    }

    @Test
    void a_small_one_is_over_before_large_ones_that_began_earlier() {
        List<BulkRef> large = IntStream.range(0, 3)
                .mapToObj(i -> new BulkCancels(organization + i, createBulkCancel).store(named(many(organization + i))))
                .toList();
        BulkRef small = bulks.store(named(put(JobStatus.QUEUED, 1)));

        var overs = large.stream()
                .map(bulk -> turns.begin(bulk).subscribeAsCompletionStage())
                .toList();
        turns.begin(small).await().atMost(Duration.ofSeconds(30));
        overs.forEach(over -> over.orTimeout(60, TimeUnit.SECONDS).join());

        assertThat(large)
                .allSatisfy(bulk -> assertThat(number(bulk, "cancelled")).isEqualTo(3_000));
        assertThat(large)
                .allSatisfy(bulk -> assertThat(number(
                                bulk,
                                "(completed_at > (select completed_at from bulk_cancel where id = '" + small.id()
                                        + "'))::int"))
                        .isEqualTo(1));
    }

    private interface Deletion {
        Uni<Integer> of(DeleteBulkCancels delete, int limit, int skip, Duration kept);
    }

    private int delete(Deletion deletion) {
        return deletion.of(deleteBulkCancels, 2, 0, KEPT).await().indefinitely();
    }

    private BatchDone.Written written(BulkRef bulk, int size) {
        return (BatchDone.Written) cancelBatch.next(bulk, size).await().indefinitely();
    }

    private RunRef[] put(JobStatus status, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> JobRows.put(organization, status))
                .toArray(RunRef[]::new);
    }

    /** Three thousand queued jobs in few statements. */
    private static RunRef[] many(String organization) {
        JobRows.change("""
                insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, available_at,
                                 attempts_left, request_bucket, request_bytes)
                select ?, 'job_' || lpad(i::text, 21, '0'), '/v1/documents/parse', 'queued', true, now(),
                       now() + interval '7 days', now() + interval '1 hour', 2, body_bucket(), 2
                from generate_series(1, 3000) as i
                """, organization);
        return IntStream.rangeClosed(1, 3_000)
                .mapToObj(i -> new RunRef(organization, new JobId("job_%021d".formatted(i)), 0))
                .toArray(RunRef[]::new);
    }

    private void retry(RunRef job) {
        RetryRequest request = new RetryRequest(organization, job.job(), "retry", Duration.ofDays(7), 3);
        assertThat(retryJob.retry(request).await().indefinitely()).isInstanceOf(Retried.Accepted.class);
    }

    private static void begin(RunRef job) {
        JobRows.change("""
                update job set status = 'in_progress', owner = ?, lease_until = now() + interval '1 hour',
                               claim = claim + 1, ready_pos = null, started_at = now()
                where id = ?
                """, JobRows.OWNER, job.job().value());
    }

    private int cancelled() {
        return JobRows.count(
                "select count(*) from job where organization_id = ? and status = 'cancelled'", organization);
    }

    private List<BulkRef> due() {
        return dueBulkCancels.find(1_000).await().indefinitely();
    }

    private static void makeDue(BulkRef bulk) {
        JobRows.change(
                "update bulk_cancel set due_at = now() where id = ?", bulk.id().value());
    }

    private static JobFilter ofModel(String model) {
        return new JobFilter(
                null, null, null, null, null, null, null, null, model, null, null, List.of(), null, null, Map.of());
    }
}
