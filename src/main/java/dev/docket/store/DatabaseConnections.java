package dev.docket.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes the pool with Docket's limits on its sessions, and keeps its options for the connection that listens. */
@Singleton
public class DatabaseConnections implements PgPoolCreator {
    private final SessionLimits limits;
    private volatile PgConnectOptions options;

    DatabaseConnections(SessionLimits limits) {
        this.limits = limits;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(this::limit);
        options = new PgConnectOptions(input.pgConnectOptionsList().get(0));
        return Pool.pool(input.vertx(), input.pgConnectOptionsList().get(0), lettingGoInTime(input.poolOptions()));
    }

    /** Options for a connection of its own, secured as those of the pool are. */
    PgConnectOptions options() {
        return new PgConnectOptions(options);
    }

    private void limit(PgConnectOptions connection) {
        connection.setTcpKeepAlive(true);
        // Keep-alive looks after hours, and not at all while data is on its way.
        connection.setIdleTimeout((int) limits.silence().toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        send(connection, "statement_timeout", limits.statementTimeout());
        send(connection, "lock_timeout", limits.lockTimeout());
        send(connection, "idle_in_transaction_session_timeout", limits.idleInTransactionTimeout());
    }

    /** The pool lets an idle connection go before its silence ends it, which might be just when it is handed out. */
    private PoolOptions lettingGoInTime(PoolOptions pool) {
        return new PoolOptions(pool)
                .setIdleTimeout((int) limits.silence().toMillis() / 2)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    private static void send(PgConnectOptions connection, String name, Duration limit) {
        if (!limit.isZero()) {
            connection.addProperty(name, Long.toString(limit.toMillis()));
        }
    }
}
