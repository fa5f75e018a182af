package dev.docket.contract;

import dev.docket.KeptConnections;
import dev.docket.job.JobId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.util.PGobject;

/**
 * Puts jobs into the database in states that the service itself would need a slow document for. Live ones are parked
 * for an hour or held by an owner that does not exist, so no executor touches them.
 */
public final class JobRows {
    public static final String REQUEST =
            "{\"document\":{\"filename\":\"note.txt\",\"url\":\"data:text/plain;base64,aGk=\"}}";
    public static final String RESPONSE = "{\"text\":\"hi\"}";

    private static final String JOB = """
            with t as (
                select ? as organization, ? as id, ? as status, ?::int as request_bytes, ?::int as response_bytes,
                       clock_timestamp() as at
            ), kind as (
                select t.*,
                       status in ('completed', 'failed', 'cancelled', 'expired') as ended,
                       status in ('in_progress', 'completed', 'failed') as ran
                from t
            )
            insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, started_at,
                             completed_at, available_at, owner, lease_until, claim, attempts_left, attempt_count,
                             last_attempt_at, last_failure_code, request_bucket, request_bytes, response_bucket,
                             response_bytes, response_status, error_code, error_message, error_details,
                             cancel_requested_at, work_started)
            select organization, id, '/v1/documents/parse', status, status <> 'validating', at,
                   at + interval '7 days', case when ran then at end, case when ended then at end,
                   case when status in ('validating', 'queued') then at + interval '1 hour' end,
                   case when status = 'in_progress' then 'nobody' end,
                   case when status = 'in_progress' then at + interval '1 hour' end,
                   ran::int, 2, ran::int, case when ran then at end,
                   case when status = 'failed' then 'document_unreadable' end,
                   body_bucket(), request_bytes,
                   case when status = 'completed' then body_bucket() end,
                   case when status = 'completed' then response_bytes end,
                   case when status = 'completed' then 200 end,
                   case when status = 'failed' then 'document_unreadable' end,
                   case when status = 'failed' then 'The document cannot be read.' end,
                   case when status = 'failed' then '{"page":3}' end,
                   case when status = 'cancelled' then at end,
                   case when status = 'cancelled' then false end
            from kind
            """;

    private static final String MANY_QUEUED = """
            insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, available_at,
                             attempts_left, request_bucket, request_bytes)
            select ?, 'job_' || lpad(i::text, 21, '0'), '/v1/documents/parse', 'queued', true, now(),
                   now() + interval '7 days', now() + interval '1 hour', 2, body_bucket(), 2
            from generate_series(1, ?) as i
            """;

    private static final String FACTS_OF_ALL = """
            insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket)
            select organization_id, id, seq, created_at, endpoint, expires_at, request_bucket
            from job where organization_id = ?
            """;

    private static final String FACTS = """
            insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket,
                                   metadata, metadata_pairs)
            select organization_id, id, seq, created_at, endpoint, expires_at, request_bucket, ?, ?
            from job where organization_id = ? and id = ?
            """;

    private static final String BODY = """
            insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
            values (body_bucket(), ?, ?, ?, 0, ?)
            """;

    private final String organization;

    public JobRows(String organization) {
        this.organization = organization;
    }

    /** A job in the state, without metadata. */
    public String put(String status) {
        return put(status, null);
    }

    /** A job in the state with the metadata. */
    public String put(String status, String metadata) {
        String id = JobId.fresh().value();
        byte[] request = REQUEST.getBytes(StandardCharsets.UTF_8);
        byte[] response = RESPONSE.getBytes(StandardCharsets.UTF_8);
        execute(JOB, organization, id, status, request.length, response.length);
        execute(FACTS, metadata, jsonb(metadata), organization, id);
        execute(BODY, organization, id, 0, request);
        if (status.equals("completed")) {
            execute(BODY, organization, id, 1, response);
        }
        return id;
    }

    /** So many parked jobs without bodies, in an organization that has none yet. */
    public void putQueued(int jobs) {
        execute(MANY_QUEUED, organization, jobs);
        execute(FACTS_OF_ALL, organization);
    }

    /** Changes a job's row, for example {@code expires_at = now()}. */
    public void change(String id, String assignments) {
        execute("update job set " + assignments + " where organization_id = ? and id = ?", organization, id);
    }

    /** Lets a job's time be over. */
    public void expire(String id) {
        change(id, "expires_at = clock_timestamp()");
        changeFacts(id, "expires_at = clock_timestamp()");
    }

    /** Changes what the list filters by. */
    public void changeFacts(String id, String assignments) {
        execute("update job_facts set " + assignments + " where organization_id = ? and id = ?", organization, id);
    }

    /** Reads an expression of a job's row. */
    public String read(String id, String expression) {
        String sql = "select (" + expression + ")::text from job where organization_id = ? and id = ?";
        return text(sql, organization, id);
    }

    /** How many jobs the organization has. */
    public int count() {
        return Integer.parseInt(text("select count(*)::text from job where organization_id = ?", organization));
    }

    private static String text(String sql, Object... values) {
        return KeptConnections.use(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Objects.requireNonNull(rows.getString(1));
            }
        });
    }

    static void execute(String sql, Object... values) {
        KeptConnections.use(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                return statement.executeUpdate();
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

    private static PGobject jsonb(String text) {
        PGobject json = new PGobject();
        json.setType("jsonb");
        try {
            json.setValue(text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return json;
    }
}
