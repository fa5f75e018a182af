package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * Runs a batch of maintenance in one transaction on one pod at a time. The lock is the transaction's, so that it works
 * behind a pooler and cannot outlive its holder.
 */
@Singleton
class MaintenanceBatch {
    private static final String LOCK = """
            select pg_try_advisory_xact_lock(hashtext('docket.maintenance'), hashtext($1)) as mine
            """;

    private final Pool pool;

    MaintenanceBatch(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** Answers with the fallback when another pod is at the same work. */
    <T> Uni<T> run(String name, T fallback, Function<SqlConnection, Uni<T>> batch) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(name))
                .map(rows -> rows.iterator().next().getBoolean("mine"))
                .chain(mine -> mine ? batch.apply(connection) : Uni.createFrom().item(fallback)));
    }
}
