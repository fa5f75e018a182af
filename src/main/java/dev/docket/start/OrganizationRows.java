package dev.docket.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What there is of organizations, over one connection; for the command line, not for requests. */
final class OrganizationRows {
    private static final String ALL = """
            select o.id,
                   o.created_at,
                   (select count(*)
                    from api_key k
                    where k.organization_id = o.id
                      and k.revoked_at is null) as keys
            from organization o
            order by o.created_at, o.id
            """;

    /** Each count is a column, under the name that it is shown by. */
    private static final String CONTENTS = """
            select (select count(*)
                    from job j
                    where j.organization_id = o.id
                      and j.completed_at is null) as "live jobs",
                   (select count(*)
                    from job j
                    where j.organization_id = o.id
                      and j.completed_at is not null) as "finished jobs",
                   (select coalesce(sum(octet_length(b.bytes)), 0)
                    from body b
                    where b.organization_id = o.id) as "bytes of bodies",
                   (select count(*) from idempotency_key k where k.organization_id = o.id) as "idempotency keys",
                   (select count(*) from bulk_cancel b where b.organization_id = o.id) as "bulk cancels",
                   (select count(*) from edit_template t where t.organization_id = o.id) as "templates",
                   (select count(*) from project p where p.organization_id = o.id) as "projects",
                   (select count(*) from api_key k where k.organization_id = o.id) as "keys"
            from (select ?::text as id) o
            """;

    /** By its row, or by what was left when a purge was cut short or a late call came after it. */
    private static final String EXISTS = """
            select exists (select from organization o where o.id = ?)
            """;

    /** All bodies of an organization are counted, which may take longer than the role's limit for a call allows. */
    private static final String TAKE_TIME = "set statement_timeout = 0";

    private final Connection connection;

    OrganizationRows(Connection connection) {
        this.connection = connection;
    }

    /** Every organization with when it was made and how many good keys it has, as lines of fields parted by tabs. */
    List<String> all() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet rows = query.executeQuery()) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1) + "\t" + rows.getTimestamp(2).toInstant() + "\t" + rows.getInt(3));
            }
            return lines;
        }
    }

    boolean exists(String organization) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(EXISTS)) {
            query.setString(1, organization);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /** How much there is of each kind, by the kind's name. */
    Map<String, Long> contents(String organization) throws SQLException {
        try (PreparedStatement takeTime = connection.prepareStatement(TAKE_TIME)) {
            takeTime.execute();
        }
        try (PreparedStatement query = connection.prepareStatement(CONTENTS)) {
            query.setString(1, organization);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return counts(rows);
            }
        }
    }

    private static Map<String, Long> counts(ResultSet row) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            counts.put(columns.getColumnLabel(column), row.getLong(column));
        }
        return counts;
    }
}
