package dev.docket.functional.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.TestPostgres;
import dev.docket.endpoint.Answer;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an executor does whose statements are not answered for the time of a lease: the server holds them up. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class UnansweredTest {
    private static final String ENDPOINT = "/v1/edit/templates/generate";

    /** The claims of one organization wait for as long as the test likes; whoever wants its other statements gets them. */
    private static final String HOLD_UP_CLAIMS = """
            create function hold_up_claims() returns trigger language plpgsql as $$
            begin
                if new.organization_id = '%s' and old.owner is null and new.owner is not null then
                    perform pg_advisory_xact_lock(hashtext('held up'));
                end if;
                return new;
            end
            $$
            """;

    private static final String WAITING = """
            select count(*)
            from pg_locks
            where locktype = 'advisory'
              and not granted
            """;

    private static final String COMPLETED = "select count(*) from job where id = ? and status = 'completed'";

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    @Inject
    GateProcessor gate;

    @AfterEach
    void let_everything_go() {
        gate.open();
        gate.reset();
    }

    @Test
    void work_whose_heartbeats_are_not_answered_is_stopped_by_the_executors_own_clock_and_run_again()
            throws SQLException {
        String job = client.create(ENDPOINT, ServiceClient.textDocument("x")).path("id");
        GateProcessor.Held work = gate.awaitWork(job);
        try (Connection holder = TestPostgres.shared().connect()) {
            holder.setAutoCommit(false);
            run(holder, "select from job where organization_id = ? and id = ? for update", client.organization(), job);

            work.awaitAbort();

            assertThat(row(job)).containsEntry("status", "in_progress").containsEntry("claim", 1);
            gate.open();
        }
        client.untilFinal(job).body("status", equalTo("completed"));
        work.finish(new Answer.Completed(200, Payload.of("{}".getBytes())));
        assertThat(row(job)).containsEntry("claim", 2);
    }

    @Test
    void a_claim_that_is_not_answered_within_half_a_lease_is_given_up_and_what_it_takes_is_run_all_the_same()
            throws SQLException {
        gate.open();
        ServiceClient other = ServiceClient.ofNewOrganization();
        JobRows.change(HOLD_UP_CLAIMS.formatted(client.organization()));
        try (Connection holder = TestPostgres.shared().connect()) {
            run(holder, "select pg_advisory_lock(hashtext('held up'))");
            JobRows.change(
                    "create trigger hold_up_claims before update on job for each row execute function hold_up_claims()");
            String job =
                    client.create(ENDPOINT, ServiceClient.textDocument("x")).path("id");
            Awaitility.await().until(() -> JobRows.count(WAITING) > 0);

            String next =
                    other.create(ENDPOINT, ServiceClient.textDocument("x")).path("id");
            Awaitility.await().until(() -> JobRows.count(COMPLETED, next) > 0);
            assertThat(row(job)).containsEntry("status", "queued");

            run(holder, "select pg_advisory_unlock_all()");
            client.untilFinal(job).body("status", equalTo("completed"));
        } finally {
            JobRows.change("drop function hold_up_claims() cascade");
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private Map<String, Object> row(String job) {
        return JobRows.read(client.organization(), new JobId(job));
    }
}
