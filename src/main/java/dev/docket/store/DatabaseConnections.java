package dev.docket.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pools with Docket's limits on their sessions, and keeps the options for the connection that listens: the
 * pool of Quarkus serves the calls of clients, a second one everything that must not wait for those, a third one what is
 * read from a replica.
 */
@Singleton
public class DatabaseConnections implements PgPoolCreator {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** How long a read waits for a connection to the replica before it goes to the primary. */
    private static final Duration OPENING = Duration.ofSeconds(1);

    private final SessionLimits sessions;
    private final ConnectionLimits limits;
    private final PoolerConfig pooler;
    private final SessionServer server;
    private volatile PgConnectOptions options;
    private volatile PoolOptions poolOptions;

    DatabaseConnections(SessionLimits sessions, ConnectionLimits limits, PoolerConfig pooler, SessionServer server) {
        this.sessions = sessions;
        this.limits = limits;
        this.pooler = pooler;
        this.server = server;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(this::prepare);
        options = copy(input.pgConnectOptionsList().get(0));
        poolOptions = input.poolOptions();
        return pool(input.vertx(), "calls", limits.connections(), limits.connectionWait());
    }

    /**
     * Opens the further pools before anything is served: a pool that is first used by a call belongs to the server of
     * that call, and is closed with it, while the executor still writes the ends of its runs.
     */
    void open(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            @Reserved io.vertx.mutiny.sqlclient.Pool pool,
            Replica replica) {
        pool.size();
        replica.open();
    }

    @Produces
    @Reserved
    @Singleton
    io.vertx.mutiny.sqlclient.Pool reserved(Vertx vertx) {
        // Its statements are bounded by who runs them: see RunStatement for what the pool's own bound is worth.
        return io.vertx.mutiny.sqlclient.Pool.newInstance(
                pool(vertx, "reserved", limits.reservedConnections(), Duration.ZERO));
    }

    void close(@Disposes @Reserved io.vertx.mutiny.sqlclient.Pool pool) {
        pool.close().await().atMost(CLOSING);
    }

    /** Its connections are sessions whatever those of the others are: a look at jobs goes on where it was found fresh. */
    @Produces
    @Singleton
    Replica replica(Vertx vertx, ReplicaServer standby, ReplicaConfig config) {
        return standby.options()
                .map(this::asSession)
                .map(options -> pool(vertx, options, "replica", config.replicaConnections(), OPENING))
                .map(pool -> Replica.behind(io.vertx.mutiny.sqlclient.Pool.newInstance(pool), config.replicaPatience()))
                .orElseGet(Replica::none);
    }

    void close(@Disposes Replica replica) {
        replica.close(CLOSING);
    }

    /** Options for a connection of its own, which is a session of the server whatever those of the pools are. */
    PgConnectOptions sessionOptions() {
        return server.elsewhere().map(this::asSession).orElseGet(() -> copy(options));
    }

    /** The client's own copy forgets about the proxy, and would then bind values to whatever was parsed before. */
    static PgConnectOptions copy(PgConnectOptions original) {
        return new PgConnectOptions(original).setUseLayer7Proxy(original.getUseLayer7Proxy());
    }

    private Pool pool(Vertx vertx, String name, int size, Duration wait) {
        return pool(vertx, copy(options), name, size, wait);
    }

    private Pool pool(Vertx vertx, PgConnectOptions server, String name, int size, Duration wait) {
        PoolOptions own = new PoolOptions(poolOptions)
                .setName(name)
                .setMaxSize(size)
                // Lets an idle connection go before its silence ends it, which might be just when it is handed out.
                .setIdleTimeout((int) sessions.silence().toMillis() / 2)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setConnectionTimeout((int) wait.toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return Pool.pool(vertx, server, own);
    }

    private void prepare(PgConnectOptions connection) {
        if (pooler.pooler() == Pooler.TRANSACTION) {
            asLent(connection);
        } else {
            asSession(connection);
        }
    }

    /**
     * A pooler hands out another session of the server for each transaction: nothing is left in one, and nothing is
     * looked for there. A statement is parsed together with the binding of its values.
     */
    private void asLent(PgConnectOptions connection) {
        keepAlive(connection).setCachePreparedStatements(false).setUseLayer7Proxy(true);
        // Comes with the client, and a pooler need not know it. The server's own choice loses no digit either.
        connection.getProperties().remove("extra_float_digits");
    }

    private PgConnectOptions asSession(PgConnectOptions connection) {
        keepAlive(connection);
        // Options that do not come from the framework would have every statement planned at each call, and all of them
        // the long ones, which are just those that move jobs.
        connection.setCachePreparedStatements(true).setPreparedStatementCacheSqlFilter(sql -> true);
        if (sessions.avoidSequentialScans()) {
            connection.addProperty("enable_seqscan", "off");
        }
        send(connection, "statement_timeout", sessions.statementTimeout());
        send(connection, "lock_timeout", sessions.lockTimeout());
        send(connection, "idle_in_transaction_session_timeout", sessions.idleInTransactionTimeout());
        return connection;
    }

    private PgConnectOptions keepAlive(PgConnectOptions connection) {
        connection.setTcpKeepAlive(true);
        // Keep-alive looks after hours, and not at all while data is on its way.
        connection.setIdleTimeout((int) sessions.silence().toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return connection;
    }

    private static void send(PgConnectOptions connection, String name, Duration limit) {
        if (!limit.isZero()) {
            connection.addProperty(name, Long.toString(limit.toMillis()));
        }
    }
}
