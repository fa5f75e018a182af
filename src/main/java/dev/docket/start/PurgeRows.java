package dev.docket.start;

import dev.docket.job.JobId;
import dev.docket.store.RunRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one organization, deleted a batch at a time, each in a short transaction of its own. A batch goes on behind
 * the place that the one before it came to, and not from the beginning: what was deleted stays in the indexes for as long
 * as somebody may still look at it.
 */
final class PurgeRows {
    private static final String JOBS = """
            with next as materialized (
                select j.organization_id, j.id
                from job j
                where j.organization_id = ?
                  and j.id > ?
                order by j.organization_id, j.id
                limit 500
                -- In the order of everybody, and not passing over what others have in hand: it is to go as well.
                for update
            ),
            facts as (
                delete from job_facts f
                using next n
                where f.organization_id = n.organization_id
                  and f.id = n.id
            ),
            gone as (
                -- A run that is under way finds no row for its result: there is none that it could still write.
                delete from job j
                using next n
                where j.organization_id = n.organization_id
                  and j.id = n.id
                returning j.id, j.claim, j.owner is not null as runs
            )
            select count(*),
                   max(g.id),
                   array_agg(g.id) filter (where g.runs),
                   array_agg(g.claim) filter (where g.runs)
            from gone g
            """;

    private static final String DAYS = """
            select substring(c.relname from 'body_([0-9]+)')::int
            from pg_inherits i
            join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'body'::regclass
            order by 1
            """;

    /** From the job of the batch before, which may have more. */
    private static final String BODIES = """
            with next as materialized (
                select b.bucket, b.organization_id, b.job_id, b.claim, b.chunk
                from body b
                where b.bucket = %1$d
                  and b.organization_id = ?
                  and b.job_id >= ?
                order by b.job_id, b.claim, b.chunk
                limit 100
            ),
            gone as (
                delete from body b
                using next n
                where b.bucket = %1$d
                  and b.bucket = n.bucket
                  and b.organization_id = n.organization_id
                  and b.job_id = n.job_id
                  and b.claim = n.claim
                  and b.chunk = n.chunk
                returning b.job_id
            )
            select count(*), max(g.job_id)
            from gone g
            """;

    private static final BeforeCommit NOTHING_ELSE = deleted -> {};

    private final Connection connection;
    private final String organization;

    /** @param connection without automatic commits */
    PurgeRows(Connection connection, String organization) {
        this.connection = connection;
        this.organization = organization;
    }

    /**
     * What a batch deleted.
     *
     * @param rows how many rows; none at the end
     * @param last the place it came to
     */
    private record Batch(long rows, String last) {}

    /** One batch behind a place. */
    private interface Step {
        Batch after(String place) throws SQLException;
    }

    /** What else belongs to the transaction of a batch. */
    private interface BeforeCommit {
        void with(ResultSet deleted) throws SQLException;
    }

    /** All of one kind; answers with how many rows there were. */
    long delete(PurgedKind kind) throws SQLException {
        return walk(place -> batch(kind.statement(), place, NOTHING_ELSE));
    }

    /** All bodies, day by day; answers with how many pieces there were. */
    long deleteBodies() throws SQLException {
        long rows = 0;
        for (int day : days()) {
            rows += walk(place -> batch(BODIES.formatted(day), place, NOTHING_ELSE));
        }
        return rows;
    }

    /** All jobs, live ones too; answers with how many there were. */
    long deleteJobs() throws SQLException {
        return walk(place -> batch(JOBS, place, deleted -> StopRuns.tell(connection, runs(deleted))));
    }

    private long walk(Step step) throws SQLException {
        long rows = 0;
        Batch batch = step.after("");
        while (batch.rows() > 0) {
            rows += batch.rows();
            batch = step.after(batch.last());
        }
        return rows;
    }

    private Batch batch(String statement, String place, BeforeCommit deed) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            delete.setString(1, organization);
            delete.setString(2, place);
            try (ResultSet result = delete.executeQuery()) {
                result.next();
                Batch batch = new Batch(result.getLong(1), result.getString(2));
                deed.with(result);
                connection.commit();
                return batch;
            }
        }
    }

    private List<RunRef> runs(ResultSet result) throws SQLException {
        if (result.getArray(3) == null) {
            return List.of();
        }
        String[] ids = (String[]) result.getArray(3).getArray();
        Integer[] claims = (Integer[]) result.getArray(4).getArray();
        List<RunRef> runs = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            int claim = claims[i];
            JobId.parse(ids[i]).ifPresent(id -> runs.add(new RunRef(organization, id, claim)));
        }
        return runs;
    }

    private List<Integer> days() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(DAYS);
                ResultSet rows = query.executeQuery()) {
            List<Integer> days = new ArrayList<>();
            while (rows.next()) {
                days.add(rows.getInt(1));
            }
            return days;
        }
    }
}
