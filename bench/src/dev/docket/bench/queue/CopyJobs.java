package dev.docket.bench.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes many jobs of one that the service has made, row by row as it wrote them, so that they are what it would have
 * made itself in much more time.
 */
final class CopyJobs {
    private static final long BATCH = 250_000;

    /**
     * Names that are not known before, and the next places in the order of creation; the last is the youngest. As the
     * service's, names begin with the time: where a job lies in an index by names decides what its changes cost.
     */
    private static final String NAMES = """
            create temporary table copied on commit drop as
            select n,
                   %3$d - n + 1 as age,
                   'job_' || (select string_agg(substr(a.letters, (made.at >> 6 * place & 63)::int + 1, 1), ''
                                                order by place desc)
                              from generate_series(0, 7) place)
                          || substr(md5(random()::text || n), 1, 13) as id,
                   nextval('job_seq') as seq
            from generate_series(%1$d::bigint, %2$d::bigint) n
            cross join lateral (select (extract(epoch from now()) * 1000)::bigint - (%3$d - n + 1) as at) made
            cross join (select '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz' as letters) a
            """;

    private static final String COLUMNS = """
            select attname
            from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """;

    /** What is different in a copy: {@code t} is the job that is copied, {@code c} the copy. */
    private static final Map<String, String> OF_JOB = Map.of(
            "id", "c.id",
            "seq", "c.seq",
            "ready_pos", "case when t.ready_pos is not null then nextval('job_ready_pos') end",
            "created_at", "t.created_at - c.age * interval '1 millisecond'",
            "started_at", "t.started_at - c.age * interval '1 millisecond'",
            "completed_at", "t.completed_at - c.age * interval '1 millisecond'");

    private static final Map<String, String> OF_FACTS =
            Map.of("id", "c.id", "seq", "c.seq", "created_at", "t.created_at - c.age * interval '1 millisecond'");

    private static final Map<String, String> OF_BODY = Map.of("job_id", "c.id");

    private final Database database;
    private final Map<String, String> ofJob;
    private final Map<String, String> ofFacts;

    /** Copies that are all alike. */
    CopyJobs(Database database) {
        this(database, Map.of(), Map.of());
    }

    /** Copies with these columns of their own, by SQL expressions that may name {@code c.n}, the copy's number. */
    CopyJobs(Database database, Map<String, String> ofJob, Map<String, String> ofFacts) {
        this.database = database;
        this.ofJob = with(OF_JOB, ofJob);
        this.ofFacts = with(OF_FACTS, ofFacts);
    }

    private static Map<String, String> with(Map<String, String> known, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(known);
        all.putAll(own);
        return all;
    }

    /** So many copies of the one job. */
    void of(String job, long copies, boolean withBodies) throws SQLException {
        try (Connection connection = database.address().connect()) {
            connection.setAutoCommit(false);
            for (long from = 1; from <= copies; from += BATCH) {
                copy(connection, job, from, copies, withBodies);
                connection.commit();
            }
        }
    }

    private void copy(Connection connection, String job, long from, long copies, boolean withBodies)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(NAMES.formatted(from, Math.min(copies, from + BATCH - 1), copies));
        }
        copy(connection, "job", "id", ofJob, job);
        copy(connection, "job_facts", "id", ofFacts, job);
        if (withBodies) {
            copy(connection, "body", "job_id", OF_BODY, job);
        }
    }

    private static void copy(Connection connection, String table, String key, Map<String, String> changed, String job)
            throws SQLException {
        List<String> columns = columns(connection, table);
        List<String> values = columns.stream()
                .map(column -> changed.getOrDefault(column, "t." + column))
                .toList();
        String insert = "insert into " + table + " (" + String.join(", ", columns) + ") select "
                + String.join(", ", values) + " from " + table + " t cross join copied c where t." + key + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, job);
            statement.executeUpdate();
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }
}
