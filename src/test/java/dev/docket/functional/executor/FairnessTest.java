package dev.docket.functional.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.endpoint.Assignment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class FairnessTest {
    private static final String GENERATE = "/v1/edit/templates/generate";
    private static final String PROJECT = "/v1/projects/extract";

    /** Many jobs at once, shaped as creates shape them. */
    private static final String BACKLOG = """
            with born as (
                insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, ready_pos,
                                 attempts_left, request_bucket, request_bytes)
                select ?, 'job_' || lpad(i::text, 21, '0'), ?, 'queued', true, now(), now() + interval '1 day',
                       nextval('job_ready_pos'), 3, body_bucket(), 2
                from generate_series(1, ?) i
                returning *
            ),
            facts as (
                insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket)
                select organization_id, id, seq, created_at, endpoint, expires_at, request_bucket
                from born
            )
            insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
            select request_bucket, organization_id, id, 0, 0, '{}'::bytea
            from born
            """;

    private final ServiceClient busy = ServiceClient.ofNewOrganization();
    private final ServiceClient quiet = ServiceClient.ofNewOrganization();

    @Inject
    GateProcessor gate;

    @AfterEach
    void let_everything_go() {
        JobRows.change("delete from job where organization_id = ?", busy.organization());
        gate.open();
        gate.reset();
    }

    @Test
    void an_organization_with_ten_jobs_does_not_wait_for_one_with_a_large_backlog() {
        JobRows.change(BACKLOG, busy.organization(), GENERATE, 5_000);
        awaitBegun(GateProcessor.PLACES);
        for (int i = 0; i < 10; i++) {
            quiet.create(GENERATE, ServiceClient.textDocument("x"));
        }

        gate.open();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> of(quiet) == 10);

        List<Assignment> begun = List.copyOf(gate.begun());
        int last = 0;
        for (int i = 0; i < begun.size(); i++) {
            last = begun.get(i).organization().equals(quiet.organization()) ? i : last;
        }
        // Turn by turn: ten of theirs, about as many of the others', and what was in hand before.
        assertThat(last).isLessThan(GateProcessor.PLACES + 60);
    }

    @Test
    void a_cap_on_an_organization_holds_over_all_of_its_endpoints() {
        JobRows.change("update organization set max_running = 2 where id = ?", busy.organization());
        JobRows.change(BACKLOG, busy.organization(), GENERATE, 3);
        JobRows.change(
                BACKLOG.replace("'job_' || lpad(i::text, 21, '0')", "'job_' || lpad(i::text, 21, '1')"),
                busy.organization(),
                PROJECT,
                3);
        awaitBegun(2);

        quiet.create(GENERATE, ServiceClient.textDocument("x"));
        Awaitility.await().until(() -> of(quiet) == 1);

        assertThat(of(busy)).isEqualTo(2);
    }

    @Test
    void a_cap_on_an_endpoint_leaves_the_other_endpoints_alone() {
        JobRows.change("update organization set max_running_per_endpoint = 1 where id = ?", busy.organization());
        JobRows.change(BACKLOG, busy.organization(), GENERATE, 3);
        JobRows.change(
                BACKLOG.replace("'job_' || lpad(i::text, 21, '0')", "'job_' || lpad(i::text, 21, '1')"),
                busy.organization(),
                PROJECT,
                3);

        awaitBegun(2);

        assertThat(gate.begun())
                .extracting(assignment -> assignment.endpoint().path())
                .contains(GENERATE, PROJECT);
    }

    private long of(ServiceClient client) {
        return gate.begun().stream()
                .filter(assignment -> assignment.organization().equals(client.organization()))
                .count();
    }

    private void awaitBegun(int works) {
        // A sweep finds these jobs, and the terms of the organization are believed for seconds.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> of(busy) >= works);
    }
}
