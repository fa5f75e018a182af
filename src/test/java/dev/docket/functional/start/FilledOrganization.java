package dev.docket.functional.start;

import dev.docket.start.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An organization with something in each table that knows of organizations. */
public final class FilledOrganization {
    public static final int OUTCOMES = 1_500;
    public static final int RUNNING = 3;

    private static final List<String> ROWS = List.of(
            "insert into organization (id, name) values (?, 'A')",
            "insert into api_key (id, organization_id, hash, hint) select 'key_' || o, o, sha256(o::bytea), 'sk_' from (select ?::text) as t(o)",
            """
            insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, started_at,
                             completed_at, ready_pos, owner, lease_until, claim, attempts_left, request_bucket,
                             request_bytes, response_bucket, response_bytes, response_status)
            select ?, 'job_' || lpad(i::text, 21, '0'), '/v1/documents/parse', s.status, true, now(),
                   now() + interval '7 days',
                   case when s.status in ('in_progress', 'completed') then now() end,
                   case when s.status = 'completed' then now() end,
                   case when s.status = 'queued' then i end,
                   case when s.status = 'in_progress' then 'exec_of_the_test' end,
                   case when s.status = 'in_progress' then now() + interval '1 hour' end,
                   case when s.status = 'queued' then 0 else 7 end,
                   2, body_bucket(), 2,
                   case when s.status = 'completed' then body_bucket() + 1 end,
                   case when s.status = 'completed' then 2 end,
                   case when s.status = 'completed' then 200 end
            from generate_series(1, 1200) i,
                 lateral (select case when i <= 3 then 'in_progress'
                                      when i <= 600 then 'queued'
                                      else 'completed' end) as s(status)
            """,
            """
            insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket)
            select organization_id, id, seq, created_at, endpoint, expires_at, request_bucket
            from job
            where organization_id = ?
            """,
            """
            insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
            select b.bucket, j.organization_id, j.id, b.claim, b.chunk, '{}'
            from job j,
                 -- An earlier answer, in a bucket that the row no longer names, and a body of many pieces.
                 lateral (select body_bucket(), 0, 0
                          union all select body_bucket() + 1, 7, 0 where j.status = 'completed'
                          union all select body_bucket() + 2, 3, 0 where j.status = 'queued'
                          union all select body_bucket(), 5, c from generate_series(1, 250) c where j.status = 'in_progress'
                         ) as b(bucket, claim, chunk)
            where j.organization_id = ?
            """,
            """
            insert into idempotency_key (organization_id, key, job_id, body_hash, created_at)
            select ?, 'key-' || i, 'job_' || i, '\\x00', now() from generate_series(1, 2100) i
            """,
            """
            insert into bulk_cancel (organization_id, id, created_at, only_if_queued, ids, upto, due_at)
            select ?, 'bulk_' || i, now(), false, array['job_1'], 1, now() from generate_series(1, 2) i
            """,
            """
            insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, n)
            select ?, 'bulk_1', 'job_' || i, 'not_found', i from generate_series(1, 1500) i
            """,
            """
            insert into edit_template (organization_id, id, created_at, updated_at, name, filename, document_id, document,
                                       fields, field_count)
            select ?, 'tpl_' || i, now(), now(), 'T', 't.pdf', 'doc', 'x', '[]', 0 from generate_series(1, 30) i
            """,
            """
            insert into project (organization_id, id, created_at, updated_at, name, draft_schema, draft_settings)
            select ?, 'proj_' || i, now(), now(), 'P', '{}', '{}' from generate_series(1, 103) i
            """);

    private static final String TABLES = """
            select c.table_name
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = 'public'
              and c.column_name = 'organization_id'
              and t.table_type = 'BASE TABLE'
              and c.table_name not like 'body\\_%'
            union all
            select 'organization'
            """;

    private FilledOrganization() {}

    public static void make(DatabaseAddress database, String organization) {
        try (Connection connection = database.connect()) {
            for (String sql : ROWS) {
                change(connection, sql, organization);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows each table has of an organization. */
    public static Map<String, Integer> rows(DatabaseAddress database, String organization) {
        try (Connection connection = database.connect()) {
            Map<String, Integer> rows = new TreeMap<>();
            for (String table : tables(connection)) {
                String column = table.equals("organization") ? "id" : "organization_id";
                rows.put(
                        table,
                        count(connection, "select count(*) from " + table + " where " + column + " = ?", organization));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet found = query.executeQuery()) {
            List<String> tables = new ArrayList<>();
            while (found.next()) {
                tables.add(found.getString(1));
            }
            return tables;
        }
    }

    private static int count(Connection connection, String sql, String organization) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, organization);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private static void change(Connection connection, String sql, String organization) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setString(1, organization);
            change.executeUpdate();
        }
    }
}
