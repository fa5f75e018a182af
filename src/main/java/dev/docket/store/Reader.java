package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;

/** Runs the statements of one look at jobs, all on the server that the look is at. */
interface Reader {
    Uni<RowSet<Row>> run(String sql, Tuple parameters);

    /** The time that expiries are judged by; null for that of the server when the statement runs. */
    OffsetDateTime moment();

    /** Reads what the primary has. */
    static Reader ofPrimary(Pool pool) {
        return new Reader() {
            @Override
            public Uni<RowSet<Row>> run(String sql, Tuple parameters) {
                return RunStatement.on(pool, sql, parameters);
            }

            @Override
            public OffsetDateTime moment() {
                return null;
            }
        };
    }
}
