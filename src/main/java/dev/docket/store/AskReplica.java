package dev.docket.store;

import dev.docket.store.JudgeReplica.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads from the replica what the primary would answer as well. An answer counts when the replica had, before it was
 * asked, all that the primary had at a moment after the call came, and when it shows nothing that the primary does not
 * show by the end of the call: whoever reads next, wherever, sees the same or newer.
 */
@Singleton
class AskReplica {
    /** Reads everything from the primary, and is asked nothing. */
    static final AskReplica OF_NONE = new AskReplica(null, Replica.none());

    private final AskPosition askPosition;
    private final Replica replica;

    AskReplica(AskPosition askPosition, Replica replica) {
        this.askPosition = askPosition;
        this.replica = replica;
    }

    /**
     * Puts a question; on the caller's context.
     *
     * @param question finds empty what is not there
     * @return empty when the primary has to be asked; fails when it does not answer how far it is
     */
    <T> Uni<Optional<T>> ask(Function<Reader, Uni<Optional<T>>> question) {
        if (!replica.admits()) {
            return primary(ReadSource.RESTING);
        }
        Uni<Optional<T>> answer = askPosition
                .now()
                .onFailure()
                .invoke(replica::giveBack)
                .chain(position -> look(position, question))
                .chain(this::judge)
                .onCancellation()
                .invoke(replica::giveBack);
        return Replica.onContext(Vertx.currentContext(), answer);
    }

    /**
     * A row of what never changes once it is there, on the primary's timeline; on the caller's context.
     *
     * @return empty when it is not there, or nothing was heard, and the primary has to be asked
     */
    Uni<Optional<Row>> glance(String sql, Tuple key) {
        if (!replica.isInUse()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Uni<Optional<Row>> row = askPosition
                .now()
                .chain(position -> replica.on(connection -> glance(connection, position, sql, key))
                        .ifNoItem()
                        .after(Replica.LONGEST_ANSWER)
                        .fail()
                        .onFailure()
                        .invoke(replica::failed))
                .onFailure()
                .recoverWithItem(Optional.empty());
        return Replica.onContext(Vertx.currentContext(), row);
    }

    private Uni<Optional<Row>> glance(SqlConnection connection, Position position, String sql, Tuple key) {
        return connection
                .preparedQuery(sql)
                .execute(key)
                .chain(rows -> JudgeReplica.now(connection, position)
                        .map(standing -> standing.isOurs() ? first(rows) : strange(standing)));
    }

    private Optional<Row> strange(Standing standing) {
        replica.lagged(standing);
        return Optional.empty();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? Optional.of(row.next()) : Optional.empty();
    }

    /** What became of an attempt. */
    private record Look<T>(ReadSource source, Optional<T> found, ReplicaReader reader) {
        static <T> Look<T> inVain(ReadSource source) {
            return new Look<>(source, Optional.empty(), null);
        }
    }

    private <T> Uni<Look<T>> look(Position position, Function<Reader, Uni<Optional<T>>> question) {
        return replica.on(connection -> look(connection, position, question))
                .onFailure()
                .recoverWithItem(failure -> away(failure));
    }

    private <T> Uni<Look<T>> look(
            SqlConnection connection, Position position, Function<Reader, Uni<Optional<T>>> question) {
        return JudgeReplica.within(connection, position, replica.patience())
                .chain(standing -> standing == Standing.CAUGHT_UP
                        ? read(connection, position, question)
                        : Uni.createFrom().item(behind(standing)));
    }

    private <T> Uni<Look<T>> read(
            SqlConnection connection, Position position, Function<Reader, Uni<Optional<T>>> question) {
        ReplicaReader reader = new ReplicaReader(connection, position);
        return question.apply(reader)
                // It may have been promoted, or gone after one that was, just before it was read.
                .chain(found -> JudgeReplica.now(connection, position)
                        .map(standing ->
                                standing == Standing.CAUGHT_UP ? found(found, reader) : this.<T>behind(standing)))
                .ifNoItem()
                .after(Replica.LONGEST_ANSWER)
                .fail();
    }

    private <T> Look<T> found(Optional<T> found, ReplicaReader reader) {
        replica.regained();
        return new Look<>(found.isEmpty() ? ReadSource.MISSING : ReadSource.REPLICA, found, reader);
    }

    private <T> Look<T> behind(Standing standing) {
        replica.lagged(standing);
        return Look.inVain(ReadSource.BEHIND);
    }

    private <T> Look<T> away(Throwable failure) {
        replica.failed(failure);
        return Look.inVain(ReadSource.AWAY);
    }

    private <T> Uni<Optional<T>> judge(Look<T> look) {
        if (look.source() != ReadSource.REPLICA) {
            return primary(look.source());
        }
        return look.reader().isShown()
                ? answered(look)
                // Written since: by now the primary shows it too, as a rule.
                : askPosition
                        .now()
                        .chain(later -> look.reader().isShownAt(later) ? answered(look) : primary(ReadSource.AHEAD));
    }

    private <T> Uni<Optional<T>> answered(Look<T> look) {
        replica.count(ReadSource.REPLICA);
        return Uni.createFrom().item(look.found());
    }

    private <T> Uni<Optional<T>> primary(ReadSource why) {
        replica.count(why);
        return Uni.createFrom().item(Optional.empty());
    }
}
