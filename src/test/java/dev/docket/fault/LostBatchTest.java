package dev.docket.fault;

import static dev.docket.BulkCancels.matching;
import static dev.docket.BulkCancels.named;
import static dev.docket.BulkCancels.number;
import static dev.docket.BulkCancels.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.BulkCancels;
import dev.docket.JobRows;
import dev.docket.ProxiedPostgres;
import dev.docket.StoreProfile;
import dev.docket.job.BulkOutcome;
import dev.docket.job.JobStatus;
import dev.docket.store.BatchDone;
import dev.docket.store.BulkCreated;
import dev.docket.store.BulkRef;
import dev.docket.store.CancelBatch;
import dev.docket.store.CreateBulkCancel;
import dev.docket.store.NewBulkCancel;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.RunRef;
import dev.docket.wire.CuttingProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch of a bulk cancel whose connection breaks at its commit is done once, and answers as if nothing had broken. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(ProxiedPostgres.class)
class LostBatchTest {
    private static final String COMMIT = "COMMIT";

    private final String organization = "org_" + UUID.randomUUID();
    private BulkCancels bulks;

    CuttingProxy proxy;

    @Inject
    CreateBulkCancel createBulkCancel;

    @Inject
    CancelBatch cancelBatch;

    @Inject
    RetryJob retryJob;

    @BeforeEach
    void have_an_organization() {
        bulks = new BulkCancels(organization, createBulkCancel);
    }

    @ParameterizedTest
    @EnumSource
    void a_batch_counts_its_jobs_once_and_names_the_runs_to_be_stopped(Loss lost) {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        RunRef queued = JobRows.put(organization, JobStatus.QUEUED);
        RunRef done = JobRows.put(organization, JobStatus.COMPLETED);
        BulkRef bulk = bulks.store(named(run, queued, done));

        BatchDone answer = lost.at(COMMIT, proxy, cancelBatch.next(bulk, 10));

        assertThat(answer).isInstanceOfSatisfying(BatchDone.Written.class, written -> {
            assertThat(written.outcomes())
                    .containsEntry(BulkOutcome.CANCELLED, 2)
                    .containsEntry(BulkOutcome.ALREADY_FINISHED, 1)
                    .containsEntry(BulkOutcome.NOT_FOUND, 0);
            assertThat(written.stopped()).containsExactly(run);
            assertThat(written.completed()).isTrue();
        });
        assertThat(outcomes(bulk))
                .containsOnly(
                        Map.entry(run.job(), "cancelled cancelled"),
                        Map.entry(queued.job(), "cancelled cancelled"),
                        Map.entry(done.job(), "already_finished completed"));
        assertThat(number(bulk, "cancelled * 10 + already_finished")).isEqualTo(21);
    }

    @ParameterizedTest
    @EnumSource
    void a_batch_in_the_middle_moves_the_place_of_the_work_once(Loss lost) {
        for (int i = 0; i < 4; i++) {
            JobRows.put(organization, JobStatus.QUEUED);
        }
        BulkRef bulk = bulks.store(matching(BulkCancels.ANY));
        Loss.answer(cancelBatch.next(bulk, 1));

        BatchDone answer = lost.at(COMMIT, proxy, cancelBatch.next(bulk, 2));

        assertThat(answer).isInstanceOfSatisfying(BatchDone.Written.class, written -> {
            assertThat(written.outcomes()).containsEntry(BulkOutcome.CANCELLED, 2);
            assertThat(written.completed()).isFalse();
        });
        assertThat(outcomes(bulk)).hasSize(3);
        Loss.answer(cancelBatch.next(bulk, 2));
        assertThat(outcomes(bulk)).hasSize(4);
        assertThat(number(bulk, "cancelled")).isEqualTo(4);
    }

    @Test
    void a_run_that_was_retried_before_its_batch_could_answer_is_not_to_be_stopped() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        BulkRef bulk = bulks.store(named(run));
        RetryRequest retry = new RetryRequest(organization, run.job(), "retry", Duration.ofDays(7), 3);

        BatchDone answer =
                Loss.ofAnswer(COMMIT, proxy, () -> Loss.answer(retryJob.retry(retry)), cancelBatch.next(bulk, 10));

        assertThat(answer).isInstanceOfSatisfying(BatchDone.Written.class, written -> {
            assertThat(written.outcomes()).containsEntry(BulkOutcome.CANCELLED, 1);
            assertThat(written.stopped()).isEmpty();
        });
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.QUEUED);
    }

    @ParameterizedTest
    @EnumSource
    void a_bulk_cancel_is_stored_once(Loss lost) {
        NewBulkCancel call = bulks.bulk(named(JobRows.put(organization, JobStatus.QUEUED)), false);

        BulkCreated answer = lost.at("insert into bulk_cancel as b", proxy, createBulkCancel.create(call, 10));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        BulkCreated.Stored.class,
                        stored -> assertThat(stored.bulk().id()).isEqualTo(call.id()));
        assertThat(JobRows.count("select count(*) from bulk_cancel where organization_id = ?", organization))
                .isEqualTo(1);
    }
}
