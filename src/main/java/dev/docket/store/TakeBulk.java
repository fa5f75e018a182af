package dev.docket.store;

import dev.docket.job.JobId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Takes a bulk cancel for one batch: its row stays locked until the batch's transaction ends. */
final class TakeBulk {
    /** For so long after a batch the next one is left to the process that did it. Only a courtesy: the lock decides. */
    static final Duration TURN = Duration.ofSeconds(3);

    private static final String TAKE = """
            select b.position, b.upto, b.pending, b.filter,
                   b.completed_at is not null as completed,
                   coalesce(b.batch_token = $3, false) as own,
                   b.ids[b.position + 1 : b.position + $4] as ids
            from bulk_cancel b
            where b.organization_id = $1
              and b.id = $2
              -- Older than any job lives: whatever it could still have cancelled has expired.
              and b.created_at > clock_timestamp() - make_interval(secs => $5)
            for no key update
            """;

    /** Whoever holds it is at work on it. */
    private static final String TAKE_IF_FREE = TAKE.strip() + " skip locked";

    private TakeBulk() {}

    /**
     * Where the work is.
     *
     * @param own whether the very batch that is to be done was done by a try whose answer was lost
     * @param filter as JSON text; null when jobs were named
     * @param ids the next named ones
     */
    record Taken(
            long position, long upto, int pending, boolean completed, boolean own, String filter, List<JobId> ids) {
        boolean isWalking() {
            return position < upto;
        }
    }

    /**
     * Empty when the row is not there, or another process is at it.
     *
     * @param token that of the batch
     * @param again whether an earlier try of the batch was lost: its session may still hold the row, and what became of
     *     it is known only when that has ended
     */
    static Uni<Optional<Taken>> take(
            SqlConnection connection, BulkRef bulk, String token, boolean again, int size, Duration kept) {
        return connection
                .preparedQuery(again ? TAKE : TAKE_IF_FREE)
                .execute(Tuple.of(bulk.organization(), bulk.id().value(), token, size, Seconds.of(kept)))
                .map(TakeBulk::read);
    }

    private static Optional<Taken> read(RowSet<Row> rows) {
        Iterator<Row> found = rows.iterator();
        if (!found.hasNext()) {
            return Optional.empty();
        }
        Row row = found.next();
        return Optional.of(new Taken(
                row.getLong("position"),
                row.getLong("upto"),
                row.getInteger("pending"),
                row.getBoolean("completed"),
                row.getBoolean("own"),
                row.getString("filter"),
                JobIds.list(row.getArrayOfStrings("ids"))));
    }
}
