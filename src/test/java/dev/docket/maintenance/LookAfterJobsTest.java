package dev.docket.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.StoreProfile;
import dev.docket.TestPostgres;
import dev.docket.job.JobStatus;
import dev.docket.store.RunRef;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Maintenance among rows that cannot be changed and statements that hang. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class LookAfterJobsTest {
    private static final String REFUSE = """
            create function refuse_one_job() returns trigger language plpgsql as $$
            begin
                raise exception 'this row cannot be changed';
            end
            $$;
            create trigger refuse_one_job before update or delete on job
                for each row when (old.id = '%s') execute function refuse_one_job()
            """;
    private static final String NO_MORE = """
            drop trigger if exists refuse_one_job on job;
            drop function if exists refuse_one_job
            """;

    private final String organization = "org_" + UUID.randomUUID();

    @Inject
    LookAfterJobs lookAfterJobs;

    @AfterEach
    void refuse_nothing_more() {
        JobRows.change(NO_MORE);
        JobRows.change("delete from job where organization_id = ?", organization);
        JobRows.change("delete from job_facts where organization_id = ?", organization);
    }

    @Test
    void a_job_that_cannot_be_expired_does_not_keep_the_others_from_it() {
        List<RunRef> jobs = put(JobStatus.QUEUED, "expires_at = now() - interval '%d seconds'");
        refuse(jobs.get(0));

        lookAfterJobs.expire().await().indefinitely();

        assertStatus(jobs, JobStatus.QUEUED, JobStatus.EXPIRED);
    }

    @Test
    void a_job_that_cannot_be_failed_for_its_wait_does_not_keep_the_others_from_it() {
        List<RunRef> jobs = put(JobStatus.QUEUED, "start_before = now() - interval '%d seconds'");
        refuse(jobs.get(0));

        lookAfterJobs.failUnstarted().await().indefinitely();

        assertStatus(jobs, JobStatus.QUEUED, JobStatus.FAILED);
    }

    @Test
    void a_run_that_cannot_be_rescued_does_not_keep_the_others_from_it() {
        List<RunRef> jobs = put(JobStatus.IN_PROGRESS, "lease_until = now() - interval '%d seconds'");
        refuse(jobs.get(0));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            // Not before the server has been up for a lease.
            lookAfterJobs.rescue().await().indefinitely();
            assertStatus(jobs, JobStatus.IN_PROGRESS, JobStatus.QUEUED);
        });
    }

    @Test
    void a_job_that_cannot_be_promoted_does_not_keep_the_others_from_it() {
        List<RunRef> jobs = put(JobStatus.QUEUED, "ready_pos = null, available_at = now() - interval '%d seconds'");
        refuse(jobs.get(0));

        lookAfterJobs.promote().await().indefinitely();

        assertThat(jobs.stream().map(LookAfterJobsTest::isReady)).containsExactly(false, true, true, true, true);
    }

    @Test
    void a_job_that_cannot_be_deleted_does_not_keep_the_others_from_it_and_bodies_stay_for_their_day() {
        List<RunRef> jobs = put(JobStatus.COMPLETED, "expires_at = now() - interval '2 days %d seconds'");
        JobRows.change("""
                update job_facts f
                set expires_at = j.expires_at
                from job j
                where j.organization_id = ? and f.organization_id = j.organization_id and f.id = j.id
                """, organization);
        refuse(jobs.get(0));

        lookAfterJobs.delete().await().indefinitely();

        assertThat(jobs.stream().map(job -> isThere("job", job))).containsExactly(true, false, false, false, false);
        assertThat(jobs.stream().map(job -> isThere("job_facts", job)))
                .containsExactly(true, false, false, false, false);
        assertThat(JobRows.count("select count(*) from body where organization_id = ?", organization))
                .isEqualTo(jobs.size());
    }

    @Test
    void a_piece_of_maintenance_that_hangs_does_not_stop_the_others() throws SQLException {
        List<RunRef> expired = put(JobStatus.QUEUED, "expires_at = now() - interval '%d seconds'");
        List<RunRef> unstarted = put(JobStatus.QUEUED, "start_before = now() - interval '%d seconds'");
        List<RunRef> parked = put(JobStatus.QUEUED, "ready_pos = null, available_at = now() - interval '%d seconds'");
        try (Connection lock = TestPostgres.shared().connect()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table job_facts in access exclusive mode");
            CompletableFuture<Void> deletion = lookAfterJobs.delete().subscribeAsCompletionStage();
            Awaitility.await().until(LookAfterJobsTest::deletionHangs);

            lookAfterJobs.expire().await().indefinitely();
            lookAfterJobs.failUnstarted().await().indefinitely();
            lookAfterJobs.promote().await().indefinitely();
            lookAfterJobs.rescue().await().indefinitely();

            assertThat(deletion).isNotDone();
            assertStatus(expired, JobStatus.EXPIRED, JobStatus.EXPIRED);
            assertStatus(unstarted, JobStatus.FAILED, JobStatus.FAILED);
            assertThat(parked).allMatch(LookAfterJobsTest::isReady);
            lock.rollback();
            deletion.join();
        }
    }

    /** Five jobs, the first one due for the longest time; %d in the assignments stands for how long. */
    private List<RunRef> put(JobStatus status, String assignments) {
        return IntStream.range(0, 5)
                .mapToObj(i -> {
                    RunRef job = JobRows.put(organization, status);
                    JobRows.change(
                            "update job set " + assignments.formatted(100 - i) + " where id = ?",
                            job.job().value());
                    return job;
                })
                .toList();
    }

    private static void refuse(RunRef job) {
        JobRows.change(REFUSE.formatted(job.job().value()));
    }

    private static void assertStatus(List<RunRef> jobs, JobStatus first, JobStatus others) {
        assertThat(jobs.stream().map(JobRows::status)).containsExactly(first, others, others, others, others);
    }

    private static boolean isReady(RunRef job) {
        return JobRows.read(job.organization(), job.job()).get("ready_pos") != null;
    }

    private static boolean isThere(String table, RunRef job) {
        return JobRows.count(
                        "select count(*) from " + table + " where id = ?",
                        job.job().value())
                == 1;
    }

    private static boolean deletionHangs() {
        return JobRows.count("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like '%delete from job j%'
                """) > 0;
    }
}
