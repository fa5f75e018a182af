package dev.docket.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.ProxiedPostgres;
import dev.docket.StoreProfile;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobStatus;
import dev.docket.store.CancelRequest;
import dev.docket.store.Cancelled;
import dev.docket.store.GatherCancels;
import dev.docket.store.Retried;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.RunRef;
import dev.docket.wire.CuttingProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cancel or retry whose connection breaks at its commit is done once, and answers as if nothing had broken. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(ProxiedPostgres.class)
class LostCallTest {
    private static final String CANCEL = "set status = 'cancelled'";
    private static final String RETRY = "generation = j.generation + 1";

    private final String organization = "org_" + UUID.randomUUID();

    CuttingProxy proxy;

    @Inject
    GatherCancels cancels;

    @Inject
    RetryJob retryJob;

    @ParameterizedTest
    @EnumSource
    void a_cancel_of_running_work_names_the_run_to_be_stopped(Loss lost) {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        Cancelled answer = lost.at(CANCEL, proxy, cancel(run, "mine"));

        assertThat(answer).isInstanceOfSatisfying(Cancelled.Won.class, won -> {
            assertThat(won.run()).isEqualTo(run);
            assertThat(won.job().status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(won.job().cancellation().reason()).isEqualTo("mine");
        });
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource
    void a_cancel_of_a_queued_job_names_no_run(Loss lost) {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);

        Cancelled answer = lost.at(CANCEL, proxy, cancel(job, "mine"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Cancelled.Won.class, won -> assertThat(won.run()).isNull());
    }

    @ParameterizedTest
    @EnumSource
    void a_cancel_that_comes_too_late_is_refused_as_it_would_have_been(Loss lost) {
        RunRef job = JobRows.put(organization, JobStatus.COMPLETED);
        JobRows.change(
                "update job set completed_at = now() - interval '1 minute' where id = ?",
                job.job().value());

        Cancelled answer = lost.at(CANCEL, proxy, cancel(job, "mine"));

        assertThat(answer).isInstanceOf(Cancelled.AlreadyFinished.class);
    }

    @Test
    void a_job_that_was_retried_before_its_cancel_could_answer_is_not_cancelled_again() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);

        Cancelled answer =
                Loss.ofAnswer(CANCEL, proxy, () -> Loss.answer(retry(run, "another's")), cancel(run, "mine"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Cancelled.Repeated.class,
                        repeated -> assertThat(repeated.job().status()).isEqualTo(JobStatus.QUEUED));
        assertThat(JobRows.status(run)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void a_cancel_that_never_arrived_loses_to_the_completion_that_came_before_its_next_try() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        Runnable complete = () -> JobRows.change("""
                update job
                set status = 'completed', completed_at = clock_timestamp(), owner = null, lease_until = null,
                    response_bucket = request_bucket, response_bytes = 2, response_status = 200
                where id = ?
                """, run.job().value());

        Cancelled answer = Loss.ofStatement(CANCEL, proxy, complete, cancel(run, "mine"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Cancelled.LostRace.class,
                        lost -> assertThat(lost.job().status()).isEqualTo(JobStatus.COMPLETED));
    }

    @Test
    void a_cancel_that_never_arrived_loses_to_the_time_that_the_job_had_until_its_next_try() {
        RunRef job = JobRows.put(organization, JobStatus.QUEUED);
        Runnable timePasses = () -> JobRows.change(
                "update job set expires_at = clock_timestamp() where id = ?",
                job.job().value());

        Cancelled answer = Loss.ofStatement(CANCEL, proxy, timePasses, cancel(job, "mine"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Cancelled.LostRace.class,
                        lost -> assertThat(lost.job().status()).isEqualTo(JobStatus.EXPIRED));
    }

    @ParameterizedTest
    @EnumSource
    void a_retry_begins_one_generation(Loss lost) {
        RunRef job = JobRows.put(organization, JobStatus.FAILED);

        Retried answer = lost.at(RETRY, proxy, retry(job, "mine"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Retried.Accepted.class,
                        accepted -> assertThat(accepted.job().status()).isEqualTo(JobStatus.QUEUED));
        assertOneRetry(job);
    }

    @ParameterizedTest
    @EnumSource
    void a_retry_of_yesterday_s_job_moves_its_request_once(Loss lost) {
        RunRef job = JobRows.put(organization, JobStatus.FAILED);
        JobRows.change("call ensure_body_bucket(body_bucket() - 1)");
        for (String table : new String[] {"job set request_bucket", "job_facts set request_bucket"}) {
            JobRows.change(
                    "update " + table + " = body_bucket() - 1 where id = ?",
                    job.job().value());
        }
        JobRows.change(
                "update body set bucket = bucket - 1 where job_id = ?",
                job.job().value());

        lost.at(RETRY, proxy, retry(job, "mine"));

        assertOneRetry(job);
        assertThat(JobRows.count(
                        "select count(*) from body where job_id = ? and bucket = body_bucket()",
                        job.job().value()))
                .isEqualTo(1);
    }

    @Test
    void a_retried_job_that_has_failed_again_before_its_retry_could_answer_is_not_retried_twice() {
        RunRef job = JobRows.put(organization, JobStatus.FAILED);
        Runnable fail = () ->
                JobRows.change("""
                update job
                set status = 'failed', completed_at = now(), ready_pos = null,
                    error_code = ?, error_message = ''
                where id = ?
                """, ErrorCode.DOCUMENT_DAMAGED.wire(), job.job().value());

        Retried answer = Loss.ofAnswer(RETRY, proxy, fail, retry(job, "mine"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Retried.Accepted.class,
                        accepted -> assertThat(accepted.job().status()).isEqualTo(JobStatus.FAILED));
        assertOneRetry(job);
    }

    @Test
    void a_retried_job_that_was_cancelled_before_its_retry_could_answer_stays_cancelled() {
        RunRef job = JobRows.put(organization, JobStatus.FAILED);

        Retried answer = Loss.ofAnswer(RETRY, proxy, () -> Loss.answer(cancel(job, "another's")), retry(job, "mine"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Retried.Accepted.class,
                        accepted -> assertThat(accepted.job().status()).isEqualTo(JobStatus.CANCELLED));
        assertOneRetry(job);
    }

    private void assertOneRetry(RunRef job) {
        assertThat(JobRows.read(organization, job.job()))
                .containsEntry("generation", 1)
                .containsEntry("attempts_left", 3)
                .containsEntry("claim", job.claim());
    }

    private Uni<Cancelled> cancel(RunRef run, String token) {
        return cancels.cancel(new CancelRequest(organization, run.job(), token, token, false));
    }

    private Uni<Retried> retry(RunRef run, String token) {
        return retryJob.retry(new RetryRequest(organization, run.job(), token, Duration.ofDays(7), 3));
    }
}
