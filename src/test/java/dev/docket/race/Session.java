package dev.docket.race;

import dev.docket.start.DatabaseAddress;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One connection that passes for the pool the store's classes ask for, so that their own statements run where the test
 * can hold the transaction open: after {@link #begin}, all they do, transactions of their own included, is part of it.
 */
public final class Session implements AutoCloseable {
    private static final long LONGEST_SECONDS = 20;

    private final Vertx vertx;
    private final PgConnection connection;
    private final Pool pool;
    private Transaction open;
    private Wire wire = new Wire() {};

    /** Sees what goes to the server and what comes back. */
    public interface Wire {
        /** What is sent instead of the statement. */
        default String sending(String statement) {
            return statement;
        }

        default void answered(int rows) {}

        default void refused(Throwable failure) {}
    }

    private Session(Vertx vertx, PgConnection connection) {
        this.vertx = vertx;
        this.connection = connection;
        this.pool = Pool.newInstance((io.vertx.sqlclient.Pool) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {io.vertx.sqlclient.Pool.class, SqlConnection.class},
                this::invoke));
    }

    /** The settings are the server's names and values, for example {@code deadlock_timeout}. */
    public static Session open(Vertx vertx, DatabaseAddress address, Map<String, String> settings) {
        PgConnectOptions options = PgConnectOptions.fromUri("postgresql://" + address.place())
                .setUser(address.username())
                .setPassword(address.password());
        settings.forEach(options::addProperty);
        return new Session(vertx, now(PgConnection.connect(vertx, options)));
    }

    Vertx vertx() {
        return vertx;
    }

    public Pool pool() {
        return pool;
    }

    /** The server's number of this connection. */
    public int pid() {
        return connection.processId();
    }

    /** Puts a listener between the store and the server. */
    public void listen(Wire wire) {
        this.wire = wire;
    }

    public void begin() {
        open = now(connection.begin());
    }

    public void commit() {
        now(open.commit());
        open = null;
    }

    public void rollback() {
        now(open.rollback());
        open = null;
    }

    public boolean isOpen() {
        return open != null;
    }

    @Override
    public void close() {
        now(connection.close());
    }

    static <T> T now(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "query" -> watched(Query.class, connection.query(wire.sending((String) arguments[0])));
            case "preparedQuery" ->
                watched(PreparedQuery.class, connection.preparedQuery(wire.sending((String) arguments[0])));
            case "getConnection" -> told(Future.succeededFuture((SqlConnection) proxy), arguments);
            case "begin" -> told(open == null ? connection.begin() : nested(), arguments);
            case "close" -> told(Future.succeededFuture(), arguments);
            case "withTransaction", "withConnection" -> InvocationHandler.invokeDefault(proxy, method, arguments);
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> Future<T> told(Future<T> future, Object[] arguments) {
        if (arguments != null && arguments.length == 1) {
            future.onComplete((Handler<AsyncResult<T>>) arguments[0]);
        }
        return future;
    }

    /** A transaction within the one that the test holds open: its end is the test's to choose. */
    private static Future<Transaction> nested() {
        return Future.succeededFuture((Transaction) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Transaction.class},
                (proxy, method, arguments) -> told(Future.succeededFuture(), arguments)));
    }

    private Object watched(Class<?> type, Object query) {
        return Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    int last = arguments == null ? -1 : arguments.length - 1;
                    if (last >= 0 && arguments[last] instanceof Handler<?> handler) {
                        arguments[last] = watching(handler);
                    }
                    return passedOn(query, method, arguments);
                });
    }

    /** The listener hears of it before the store does. */
    @SuppressWarnings("unchecked")
    private <T> Handler<AsyncResult<T>> watching(Handler<?> handler) {
        return answer -> {
            if (answer.failed()) {
                wire.refused(answer.cause());
            } else if (answer.result() instanceof RowSet<?> rows) {
                wire.answered(rows.size());
            }
            ((Handler<AsyncResult<T>>) handler).handle(answer);
        };
    }

    /** Calls the method on the target, and throws what it throws. */
    public static Object passedOn(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
