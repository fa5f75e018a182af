package dev.docket.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.ProxiedPostgres;
import dev.docket.StoreProfile;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import dev.docket.store.CancelJob;
import dev.docket.store.CancelRequest;
import dev.docket.store.CreateJob;
import dev.docket.store.Created;
import dev.docket.store.IdempotencyKey;
import dev.docket.store.NewJob;
import dev.docket.wire.CuttingProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A create whose connection breaks at its commit makes one job, and says so. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(ProxiedPostgres.class)
class LostCreateTest {
    private static final String CREATE = "insert into job as j";
    private static final String TOGETHER = "insert into job (";
    private static final String CHUNK = "values ($1, $2, $3, $4, $5, $6)";
    private static final String COMMIT = "COMMIT";
    private static final Payload SMALL = Payload.of("{}".getBytes());
    private static final Payload OF_ONE_CHUNK = Payload.of(new byte[100_000]);
    private static final Payload OF_THREE_CHUNKS = Payload.of(new byte[600_000]);

    private final String organization = "org_" + UUID.randomUUID();

    CuttingProxy proxy;

    @Inject
    CreateJob createJob;

    @Inject
    CancelJob cancelJob;

    @ParameterizedTest
    @EnumSource
    void a_gathered_create_makes_one_job(Loss lost) {
        NewJob job = job(SMALL, null);

        Created answer = lost.at(TOGETHER, proxy, createJob.create(job));

        assertStored(answer, job, JobStatus.QUEUED);
        assertOneJob(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_create_makes_one_job(Loss lost) {
        NewJob job = job(OF_ONE_CHUNK, null);

        Created answer = lost.at(CREATE, proxy, createJob.create(job));

        assertStored(answer, job, JobStatus.QUEUED);
        assertOneJob(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_create_in_a_transaction_makes_one_job_with_one_body(Loss lost) {
        NewJob job = job(OF_THREE_CHUNKS, null);

        Created answer = lost.at(COMMIT, proxy, createJob.create(job));

        assertStored(answer, job, JobStatus.QUEUED);
        assertOneJob(3);
    }

    @Test
    void a_create_that_breaks_between_its_chunks_leaves_no_half_of_a_job_behind() {
        NewJob job = job(OF_THREE_CHUNKS, null);

        Created answer = Loss.STATEMENT.at(CHUNK, proxy, createJob.create(job));

        assertStored(answer, job, JobStatus.QUEUED);
        assertOneJob(3);
    }

    @ParameterizedTest
    @EnumSource
    void a_keyed_create_makes_one_job_and_keeps_its_key(Loss lost) {
        NewJob job = job(SMALL, key(SMALL));

        Created answer = lost.at(CREATE, proxy, createJob.create(job));

        assertStored(answer, job, JobStatus.QUEUED);
        assertOneJob(1);
        assertKeyOf(job);
    }

    @ParameterizedTest
    @EnumSource
    void a_keyed_create_in_a_transaction_makes_one_job_and_keeps_its_key(Loss lost) {
        NewJob job = job(OF_THREE_CHUNKS, key(OF_THREE_CHUNKS));

        Created answer = lost.at(COMMIT, proxy, createJob.create(job));

        assertStored(answer, job, JobStatus.QUEUED);
        assertOneJob(3);
        assertKeyOf(job);
    }

    @Test
    void a_create_whose_job_was_cancelled_before_it_could_answer_answers_with_the_cancelled_job() {
        NewJob job = job(SMALL, null);
        Runnable cancel = () ->
                Loss.answer(cancelJob.cancel(new CancelRequest(organization, job.id(), "another's", null, false)));

        Created answer = Loss.ofAnswer(TOGETHER, proxy, cancel, createJob.create(job));

        assertStored(answer, job, JobStatus.CANCELLED);
        assertOneJob(1);
    }

    @Test
    void a_keyed_create_that_was_repeated_by_another_call_before_it_could_answer_still_made_the_job() {
        NewJob job = job(SMALL, key(SMALL));
        NewJob repeated = job(SMALL, job.key());
        Runnable repeat = () -> assertThat(Loss.answer(createJob.create(repeated)))
                .isInstanceOfSatisfying(
                        Created.Repeated.class,
                        earlier -> assertThat(earlier.job().id()).isEqualTo(job.id()));

        Created answer = Loss.ofAnswer(CREATE, proxy, repeat, createJob.create(job));

        assertStored(answer, job, JobStatus.QUEUED);
        assertOneJob(1);
    }

    private void assertStored(Created answer, NewJob job, JobStatus status) {
        assertThat(answer).isInstanceOfSatisfying(Created.Stored.class, stored -> {
            assertThat(stored.job().id()).isEqualTo(job.id());
            assertThat(stored.job().status()).isEqualTo(status);
        });
    }

    private void assertOneJob(int chunks) {
        assertThat(JobRows.count("select count(*) from job where organization_id = ?", organization))
                .isEqualTo(1);
        assertThat(JobRows.count("select count(*) from job_facts where organization_id = ?", organization))
                .isEqualTo(1);
        assertThat(JobRows.count("select count(*) from body where organization_id = ?", organization))
                .isEqualTo(chunks);
    }

    private void assertKeyOf(NewJob job) {
        assertThat(JobRows.count(
                        "select count(*) from idempotency_key where organization_id = ? and job_id = ?",
                        organization,
                        job.id().value()))
                .isEqualTo(1);
    }

    private static IdempotencyKey key(Payload request) {
        return IdempotencyKey.of("k-1", "/v1/documents/parse", request, Duration.ofHours(1));
    }

    private NewJob job(Payload request, IdempotencyKey key) {
        return new NewJob(
                JobId.fresh(),
                organization,
                "/v1/documents/parse",
                true,
                request,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Duration.ofDays(7),
                3,
                TimeLimits.NONE,
                null,
                key,
                null);
    }
}
