package dev.docket.store;

import dev.docket.job.JobId;
import dev.docket.store.TakeBulk.Taken;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the jobs of the next batch of a bulk cancel and locks those that nobody holds. It never waits for a row: while
 * it did, it would hold up everybody else at the rows it has already. What is held is left pending and comes again.
 */
final class FindBatch {
    /** So many live jobs are looked at for each that a batch may have: the cost of a filter that hardly ever fits. */
    private static final int LOOK_FACTOR = 10;

    private static final String MATCHING = """
            with %1$s
            select (select array_agg(id order by id) from found) as ids,
                   -- Behind the last one found when the batch is full, else behind the last one looked at.
                   case
                       when (select count(*) from found) = %2$s then (select max(seq) from found)
                       when (select count(*) from live) = %3$s then (select max(seq) from live)
                       else %4$s
                   end as position
            """;

    /** One that was retried since is not among those that were meant. */
    private static final String NOT_RETRIED = """
            and (j.retried_at is null
                 or j.retried_at <= (select b.created_at
                                     from bulk_cancel b
                                     where b.organization_id = %s
                                       and b.id = %s))
            """;

    private static final String LOCK = """
            select j.id
            from job j
            where j.organization_id = $1
              and j.id = any($2)
            order by j.id
            for no key update skip locked
            """;

    private static final String LOCK_PENDING = """
            select j.id
            from (
                select p.organization_id, p.job_id, p.tries
                from bulk_cancel_job p
                where p.organization_id = $1
                  and p.bulk_id = $2
                  and p.outcome = 'pending'
                  -- Repeated so that the index on the rare outcomes serves it.
                  and p.outcome <> 'cancelled'
                -- Keeps the organization's name from the join: by it alone all of its jobs would be found for each.
                offset 0
            ) p
            join job j on j.organization_id = p.organization_id and j.id = p.job_id
            order by p.tries, p.job_id
            limit $3
            for no key update of j skip locked
            """;

    private static final String PENDING = """
            select p.job_id as id
            from bulk_cancel_job p
            where p.organization_id = $1
              and p.bulk_id = $2
              and p.outcome = 'pending'
              and p.outcome <> 'cancelled'
              -- All of them, or those whose job has been deleted.
              and ($4::boolean
                   or not exists (select
                                  from job j
                                  where j.organization_id = p.organization_id
                                    and j.id = p.job_id
                                  -- One look-up for each, rather than all jobs once.
                                  offset 0))
            order by p.tries, p.job_id
            limit $3
            """;

    private FindBatch() {}

    /**
     * The jobs of a batch.
     *
     * @param ids all of them
     * @param locked those whose rows this transaction holds
     * @param position the place of the work after them
     */
    record Batch(List<JobId> ids, List<JobId> locked, long position) {}

    /** Behind the place of the work; when that has come to its end, those that were pending. */
    static Uni<Batch> next(SqlConnection connection, BulkRef bulk, Taken taken, int size) {
        return taken.isWalking()
                ? walk(connection, bulk, taken, size).chain(found -> lock(connection, bulk, found))
                : pending(connection, bulk, taken, size);
    }

    /** The one job that {@link #next} would have as its only one, without a touch on its row. */
    static Uni<Batch> single(SqlConnection connection, BulkRef bulk, Taken taken) {
        return taken.isWalking()
                ? walk(connection, bulk, taken, 1)
                : pendingRows(connection, bulk, 1, true).map(ids -> new Batch(ids, List.of(), taken.position()));
    }

    private static Uni<Batch> walk(SqlConnection connection, BulkRef bulk, Taken taken, int size) {
        return taken.filter() == null
                ? Uni.createFrom()
                        .item(new Batch(
                                taken.ids(),
                                List.of(),
                                taken.position() + taken.ids().size()))
                : matching(connection, bulk, taken, size);
    }

    private static Uni<Batch> matching(SqlConnection connection, BulkRef bulk, Taken taken, int size) {
        JobFilter filter = FilterText.read(taken.filter());
        int look = size * LOOK_FACTOR;
        LiveWalk walk = new LiveWalk(bulk.organization(), filter, taken.position(), taken.upto(), look, size);
        Conditions statement = new Conditions();
        String notRetried = NOT_RETRIED.formatted(
                statement.parameter(bulk.organization()),
                statement.parameter(bulk.id().value()));
        String text = MATCHING.formatted(
                walk.text(statement, notRetried),
                statement.parameter(size),
                statement.parameter(look),
                statement.parameter(taken.upto()));
        return connection.preparedQuery(text).execute(statement.parameters()).map(rows -> {
            Row row = rows.iterator().next();
            return new Batch(JobIds.list(row.getArrayOfStrings("ids")), List.of(), row.getLong("position"));
        });
    }

    private static Uni<Batch> lock(SqlConnection connection, BulkRef bulk, Batch found) {
        if (found.ids().isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(bulk.organization(), JobIds.array(found.ids())))
                .map(FindBatch::ids)
                .map(locked -> new Batch(found.ids(), locked, found.position()));
    }

    private static Uni<Batch> pending(SqlConnection connection, BulkRef bulk, Taken taken, int size) {
        return connection
                .preparedQuery(LOCK_PENDING)
                .execute(Tuple.of(bulk.organization(), bulk.id().value(), size))
                .map(FindBatch::ids)
                .chain(locked -> pendingRows(connection, bulk, size, false).map(gone -> {
                    List<JobId> all = new ArrayList<>(locked);
                    all.addAll(gone);
                    return new Batch(all, locked, taken.position());
                }));
    }

    private static Uni<List<JobId>> pendingRows(SqlConnection connection, BulkRef bulk, int size, boolean any) {
        return connection
                .preparedQuery(PENDING)
                .execute(Tuple.of(bulk.organization(), bulk.id().value(), size, any))
                .map(FindBatch::ids);
    }

    private static List<JobId> ids(RowSet<Row> rows) {
        List<JobId> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(new JobId(row.getString("id"))));
        return ids;
    }
}
