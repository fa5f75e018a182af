package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Runs single statements on behalf of calls. */
public final class RunStatement {
    private RunStatement() {}

    /**
     * Takes a connection, which is waited for no longer than {@code docket.db.connection-wait}, and gives it back. The
     * pool's own {@code preparedQuery} would wait for as long as it takes.
     */
    public static Uni<RowSet<Row>> on(Pool pool, String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters));
    }
}
