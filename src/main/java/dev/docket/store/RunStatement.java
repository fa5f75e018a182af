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
     * pool's own {@code preparedQuery} fails after that time too, but runs the statement all the same once a connection
     * is free, when its caller has long been told that nothing came of it.
     */
    public static Uni<RowSet<Row>> on(Pool pool, String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters));
    }
}
