package dev.docket;

import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.store.RunRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Puts jobs into the database in any state, and reads their rows back, past all of the service's own code. */
public final class JobRows {
    /** The name under which the rows put here are owned while they run. */
    public static final String OWNER = "exec_of_the_test";

    private static final String PARSE = "/v1/documents/parse";

    private static final String INSERT = """
            insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, started_at,
                             completed_at, ready_pos, owner, lease_until, claim, attempts_left, attempt_count,
                             request_bucket, request_bytes, response_bucket, response_bytes, response_status,
                             error_code, error_message, cancel_requested_at, work_started)
            select ?, ?, ?, s.status, s.status <> 'validating', now(), now() + interval '7 days',
                   case when s.status in ('in_progress', 'completed', 'failed') then now() end,
                   case when s.status in ('completed', 'failed', 'cancelled', 'expired') then now() end,
                   case when s.status = 'queued' or s.status = 'validating' and not s.owned
                        then nextval('job_ready_pos') end,
                   case when s.owned then ? end,
                   case when s.owned then now() + interval '1 hour' end,
                   case when s.status in ('queued') then 0 else 1 end,
                   2, 1, body_bucket(), 2,
                   case when s.status = 'completed' then body_bucket() end,
                   case when s.status = 'completed' then 2 end,
                   case when s.status = 'completed' then 200 end,
                   case when s.status = 'failed' then 'document_damaged' end,
                   case when s.status = 'failed' then 'It is broken.' end,
                   case when s.status = 'cancelled' then now() end,
                   case when s.status = 'cancelled' then false end
            from (select ?::text as status, ?::boolean as owned) s
            """;

    private static final String FACTS = """
            insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket)
            select organization_id, id, seq, created_at, endpoint, expires_at, request_bucket
            from job
            where organization_id = ? and id = ?
            """;

    private static final String BODY = """
            insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
            select request_bucket, organization_id, id, 0, 0, '{}'::bytea
            from job
            where organization_id = ? and id = ?
            """;

    private JobRows() {}

    /** A job in the state; one in progress is owned by {@link #OWNER}, a validating one is not. */
    public static RunRef put(String organization, JobStatus status) {
        return put(organization, status, status == JobStatus.IN_PROGRESS);
    }

    public static RunRef put(String organization, JobStatus status, boolean owned) {
        return put(organization, PARSE, status, owned);
    }

    /** A job that waits for whoever serves the endpoint, of which nobody is told. */
    public static RunRef putQueued(String organization, String endpoint) {
        return put(organization, endpoint, JobStatus.QUEUED, false);
    }

    /** All at once, or an executor would find a job without its request. */
    private static RunRef put(String organization, String endpoint, JobStatus status, boolean owned) {
        JobId id = JobId.fresh();
        KeptConnections.use(connection -> {
            connection.setAutoCommit(false);
            change(connection, INSERT, organization, id.value(), endpoint, OWNER, status.wire(), owned);
            change(connection, FACTS, organization, id.value());
            int bodies = change(connection, BODY, organization, id.value());
            connection.setAutoCommit(true);
            return bodies;
        });
        return new RunRef(organization, id, (Integer) read(organization, id).get("claim"));
    }

    /** The columns of a job's row by name; empty when there is none. */
    public static Map<String, Object> read(String organization, JobId id) {
        return query(
                JobRows::columns, "select * from job where organization_id = ? and id = ?", organization, id.value());
    }

    /**
     * Lets the time of all live jobs of other organizations be over, so that what other tests have left takes no place of
     * a server that this test holds up.
     */
    public static void leaveOnly(String organization) {
        change("""
                update job
                set expires_at = now() - interval '1 second'
                where organization_id <> ?
                  and completed_at is null
                  and expires_at > now()
                """, organization);
    }

    public static JobStatus status(RunRef run) {
        return JobStatus.ofWire((String) read(run.organization(), run.job()).get("status"))
                .orElseThrow();
    }

    /** The number that a statement reads. */
    public static int count(String sql, Object... values) {
        return query(
                rows -> {
                    rows.next();
                    return rows.getInt(1);
                },
                sql,
                values);
    }

    /** Runs one statement and says how many rows it changed. */
    public static int change(String sql, Object... values) {
        return KeptConnections.use(connection -> change(connection, sql, values));
    }

    private static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            // A statement may also read, as one that notifies does.
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    /** What is made of the rows that a statement reads. */
    private interface Reading<R> {
        R of(ResultSet rows) throws SQLException;
    }

    private static <R> R query(Reading<R> reading, String sql, Object... values) {
        return KeptConnections.use(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                return reading.of(statement.executeQuery());
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Map<String, Object> columns(ResultSet rows) throws SQLException {
        Map<String, Object> columns = new HashMap<>();
        if (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
            }
        }
        return columns;
    }
}
