package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What maintenance costs when nothing is due: not a look at each row that will be, however many there are. */
class MaintenancePlanTest {
    private static final int ROWS = 5_000;
    private static final Pattern PASSED_OVER = Pattern.compile("Rows Removed by Filter: (\\d+)");

    /** Live jobs, half of them parked, all of which have time. */
    private static final String JOBS = """
            with born as (
                insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, ready_pos,
                                 available_at, attempts_left, request_bucket, request_bytes, start_before)
                select 'org_plan', 'job_' || lpad(i::text, 21, '0'), '/v1/documents/parse', 'queued', true, now(),
                       now() + interval '1 day',
                       case when i %% 2 = 0 then nextval('job_ready_pos') end,
                       case when i %% 2 = 1 then now() + interval '1 hour' end,
                       3, body_bucket(), 2, now() + interval '1 hour'
                from generate_series(1, %1$d) i
                returning *
            ),
            facts as (
                insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket)
                select organization_id, id, seq, created_at, endpoint, expires_at, request_bucket
                from born
            )
            insert into idempotency_key (organization_id, key, job_id, body_hash, created_at)
            select organization_id, id, id, '\\x00', now()
            from born
            """.formatted(ROWS);

    private Connection connection;

    @BeforeEach
    void have_many_jobs_that_are_not_due() throws SQLException {
        connection = TestPostgres.shared().connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(JOBS);
            statement.execute("analyze job, job_facts, idempotency_key");
            // The batch leads to its rows by their key, as it does once there are more of them than here.
            statement.execute("set local enable_hashjoin = off");
            statement.execute("set local enable_mergejoin = off");
            statement.execute("set local enable_seqscan = off");
        }
    }

    @AfterEach
    void leave_nothing() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void expiry_looks_at_no_job_that_is_not_due() throws SQLException {
        assertCheap(ExpireJobs.EXPIRE, "500", "0");
    }

    @Test
    void the_limit_on_waiting_looks_at_no_job_that_has_time() throws SQLException {
        assertCheap(FailUnstarted.FAIL, "500", "0", "'code'", "'message'");
    }

    @Test
    void promotion_looks_at_no_job_that_still_waits() throws SQLException {
        assertCheap(PromoteParked.PROMOTE, "500", "0");
    }

    @Test
    void deletion_looks_at_no_job_that_is_kept() throws SQLException {
        assertCheap(DeleteJobs.DELETE, "500", "86400", "0");
    }

    @Test
    void forgetting_looks_at_no_key_that_is_kept() throws SQLException {
        assertCheap(DeleteJobs.FORGET_KEYS, "500", "86400", "0");
    }

    private void assertCheap(String sql, String... parameters) throws SQLException {
        String statement = sql;
        for (int i = parameters.length; i > 0; i--) {
            statement = statement.replace("$" + i, parameters[i - 1]);
        }
        String plan = plan(statement);
        int passedOver = PASSED_OVER
                .matcher(plan)
                .results()
                .map(MatchResult::group)
                .map(line -> line.replaceAll("\\D", ""))
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(passedOver).as(plan).isLessThan(ROWS / 10);
    }

    private String plan(String statement) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement explain = connection.createStatement();
                ResultSet lines = explain.executeQuery("explain (analyze, costs off, timing off) " + statement)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
