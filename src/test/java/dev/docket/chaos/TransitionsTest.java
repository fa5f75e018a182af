package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.TestPostgres;
import dev.docket.start.Migrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log of transitions takes for a job with two outcomes, and what not. */
class TransitionsTest {
    private final Sql database = new Sql(TestPostgres.empty());

    @BeforeEach
    void have_a_running_job() {
        Migrations.run(database.address());
        Transitions.record(database);
        database.execute("""
                insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, started_at,
                                 owner, lease_until, claim, attempts_left, request_bucket, request_bytes)
                values ('org', 'job', '/v1/documents/parse', 'in_progress', true, now(), now() + interval '1 day', now(),
                        'exec', now(), 1, 1, 0, 2)
                """);
    }

    @Test
    void a_job_that_ends_once_has_one_outcome() {
        cancel();

        assertThat(Transitions.doubles(database)).isZero();
    }

    @Test
    void a_job_that_ends_once_in_each_of_its_lives_has_one_outcome_in_each() {
        cancel();
        queue(1);
        cancel();

        assertThat(Transitions.doubles(database)).isZero();
    }

    @Test
    void an_end_that_changes_is_a_double() {
        cancel();
        database.execute("""
                update job
                set status = 'failed', cancel_requested_at = null, work_started = null,
                    error_code = 'x', error_message = 'x'
                """);

        assertThat(Transitions.doubles(database)).isEqualTo(1);
    }

    @Test
    void a_job_that_is_alive_again_without_a_retry_is_a_double() {
        cancel();
        queue(0);

        assertThat(Transitions.doubles(database)).isEqualTo(1);
    }

    private void cancel() {
        database.execute("""
                update job
                set status = 'cancelled', completed_at = now(), cancel_requested_at = now(), work_started = true,
                    owner = null, lease_until = null, ready_pos = null
                """);
    }

    private void queue(int generations) {
        database.execute("""
                update job
                set status = 'queued', completed_at = null, cancel_requested_at = null, work_started = null,
                    ready_pos = 1, generation = generation + %d
                """.formatted(generations));
    }
}
