package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/** Finds out whether the server behind a connection shows all that the primary showed at a position, and waits for it. */
final class JudgeReplica {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);

    /**
     * A statement of its own before those that read: the snapshot of the same statement would be older than what it says
     * of the log. Asked of each connection anew, since servers that take turns behind one address, or come up again after
     * a crash, are not equally far.
     */
    private static final String JUDGE = """
            select pg_is_in_recovery()
                       -- Another cluster, or this one on the side of a promotion that nobody follows.
                       and (select s.system_identifier from pg_control_system() s)
                           || '/' || (select upper(lpad(to_hex(c.timeline_id), 8, '0')) from pg_control_checkpoint() c)
                           = $1 as is_ours,
                   coalesce(pg_last_wal_replay_lsn() >= $2::text::pg_lsn, false) as has_caught_up
            """;

    private JudgeReplica() {}

    /** How a server stands to a position. */
    enum Standing {
        CAUGHT_UP,
        BEHIND,
        /** No standby of the primary, or not on its timeline, as far as can be told. */
        STRANGER
    }

    /** Comes as soon as the server has caught up, or when it has not for that long. */
    static Uni<Standing> within(SqlConnection connection, Position position, Duration patience) {
        return until(connection, position, System.nanoTime() + patience.toNanos(), FIRST_PAUSE)
                .ifNoItem()
                .after(patience.plus(patience))
                .recoverWithItem(Standing.BEHIND);
    }

    private static Uni<Standing> until(SqlConnection connection, Position position, long end, Duration pause) {
        return now(connection, position)
                .chain(standing -> standing != Standing.BEHIND || System.nanoTime() + pause.toNanos() - end >= 0
                        ? Uni.createFrom().item(standing)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(pause)
                                .chain(() -> until(connection, position, end, pause.multipliedBy(2))));
    }

    static Uni<Standing> now(SqlConnection connection, Position position) {
        return connection
                .preparedQuery(JUDGE)
                .execute(Tuple.of(position.history(), position.flushed()))
                .map(rows -> read(rows.iterator().next()));
    }

    private static Standing read(Row row) {
        if (!row.getBoolean("is_ours")) {
            return Standing.STRANGER;
        }
        return row.getBoolean("has_caught_up") ? Standing.CAUGHT_UP : Standing.BEHIND;
    }
}
