package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads on one connection to the replica, and remembers which transactions wrote the jobs that it was shown. */
final class ReplicaReader implements Reader {
    /** The column with the transaction that wrote the version of a job's row. */
    static final String WRITTEN_BY = "written_by";

    private final SqlConnection connection;
    private final Position position;
    private final List<Long> writers = new CopyOnWriteArrayList<>();

    ReplicaReader(SqlConnection connection, Position position) {
        this.connection = connection;
        this.position = position;
    }

    @Override
    public Uni<RowSet<Row>> run(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).invoke(this::remember);
    }

    /** The primary's: the clock of another machine could let a job expire, and then come back. */
    @Override
    public OffsetDateTime moment() {
        return position.moment();
    }

    private void remember(RowSet<Row> rows) {
        if (rows.columnsNames().contains(WRITTEN_BY)) {
            rows.forEach(row -> remember(row.getString(WRITTEN_BY)));
        }
    }

    private void remember(String transaction) {
        if (transaction != null) {
            writers.add(Long.parseLong(transaction));
        }
    }

    /** Whether the primary shows, at a position, all that was shown here. On another timeline the numbers are others'. */
    boolean isShownAt(Position other) {
        return other.history().equals(position.history()) && writers.stream().allMatch(other.snapshot()::sees);
    }

    boolean isShown() {
        return isShownAt(position);
    }
}
