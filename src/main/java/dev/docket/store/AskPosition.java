package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collections;

/**
 * Asks the primary how far it is. Calls that come while a question is under way share the next one, so that the primary is
 * asked no more often than it answers, however many they are.
 */
@Singleton
class AskPosition {
    private static final int MOST_CALLS = 10_000;

    private static final String POSITION = """
            -- The snapshot is older than the rest of the answer, so what it sees lies before the end of the log.
            select pg_current_snapshot()::text as snapshot,
                   pg_current_wal_flush_lsn()::text as flushed,
                   -- Of the file that is written now; what the control file says may be behind a promotion.
                   (select s.system_identifier from pg_control_system() s)
                       || '/' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8)
                       || '/' || current_database() as history,
                   clock_timestamp() as moment
            """;

    private final Pool pool;
    private final Gather<Void, Position> together;

    AskPosition(Vertx vertx, Pool pool) {
        this.pool = pool;
        this.together = new Gather<>(
                vertx,
                MOST_CALLS,
                call -> 0,
                calls -> ask().map(position -> Collections.nCopies(calls.size(), position)));
    }

    /** A position that was asked for after this call, on the caller's context. */
    Uni<Position> now() {
        return together.add(null);
    }

    private Uni<Position> ask() {
        return TryAgain.onLoss(() -> RunStatement.on(pool, POSITION, Tuple.tuple()))
                .map(rows -> read(rows.iterator().next()));
    }

    private static Position read(Row row) {
        return new Position(
                row.getString("history"),
                row.getString("flushed"),
                Snapshot.parse(row.getString("snapshot")),
                row.getOffsetDateTime("moment"));
    }
}
