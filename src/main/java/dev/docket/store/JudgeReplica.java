package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/**
 * Finds out whether the server behind a connection shows all that the primary showed at a position, and waits for it.
 * Once a server has left the primary's timeline it does not come back to it while a connection lasts: what was read on
 * one before it was found to follow the primary is as good as what is read after that.
 */
final class JudgeReplica {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);

    /**
     * A statement of its own before those that read: the snapshot of the same statement would be older than what it says
     * of the log. Asked of each connection anew, since servers that take turns behind one address, or come up again after
     * a crash, are not equally far.
     */
    private static final String JUDGE = """
            -- Told before how much has come, which is never less while all is well.
            with replayed as materialized (
                select pg_last_wal_replay_lsn() as lsn
            )
            select pg_is_in_recovery()
                       -- One that waits may replay from elsewhere meanwhile.
                       and coalesce(r.status = 'streaming', false)
                       -- Another cluster, or this one on the other side of a promotion, of which the control file tells
                       -- minutes late. Or a database beside ours.
                       and coalesce(
                           s.system_identifier
                               || '/' || upper(lpad(to_hex(r.received_tli), 8, '0'))
                               || '/' || current_database() = $1,
                           false)
                       -- It may know what was lost with an earlier primary, and wait for another to be as far.
                       and coalesce(p.lsn <= r.written_lsn, false) as is_ours,
                   coalesce(p.lsn >= $2::text::pg_lsn, false) as has_caught_up,
                   r.pid is not null and r.status is null as is_silent
            from replayed p
            -- Without a status for users who may not see it.
            left join pg_stat_wal_receiver r on true
            cross join pg_control_system() s
            """;

    private JudgeReplica() {}

    /** How a server stands to a position. */
    enum Standing {
        CAUGHT_UP("has caught up"),
        BEHIND("has not caught up in time"),
        /** Nobody sends it the primary's log, or it has left the primary's timeline. */
        STRANGER("does not follow the primary"),
        /** The user may not see what it is sent. */
        SILENT("does not say what it follows, so its user needs the role pg_read_all_stats");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        boolean isOurs() {
            return this == CAUGHT_UP || this == BEHIND;
        }

        /** What the log says of the replica. */
        String words() {
            return words;
        }
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
        if (row.getBoolean("is_silent")) {
            return Standing.SILENT;
        }
        if (!row.getBoolean("is_ours")) {
            return Standing.STRANGER;
        }
        return row.getBoolean("has_caught_up") ? Standing.CAUGHT_UP : Standing.BEHIND;
    }
}
