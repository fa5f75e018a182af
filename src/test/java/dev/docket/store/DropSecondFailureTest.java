package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of the things that nobody has caught are not worth a line. As long as the pool's client does so at all. */
class DropSecondFailureTest {
    private static final int WAIT_MILLIS = 300;

    private final DropSecondFailure filter = new DropSecondFailure();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private ServerSocket server;
    private Pool pool;

    @BeforeEach
    void a_pool_before_a_server() throws IOException {
        vertx.exceptionHandler(uncaught::add);
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        PgConnectOptions address = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.getLocalPort())
                .setDatabase("any")
                .setUser("any")
                .setPassword("any");
        PoolOptions options =
                new PoolOptions().setConnectionTimeout(WAIT_MILLIS).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        pool = Pool.pool(vertx, address, options);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void that_the_wait_is_over_for_a_statement_whose_connection_was_refused_is_dropped() throws IOException {
        server.close();

        assertThat(failureOf("select 1")).hasMessageContaining("refused");

        assertThat(filter.isLoggable(line(nextUncaught()))).isFalse();
    }

    @Test
    void that_the_connection_failed_of_a_statement_whose_wait_was_over_is_dropped() throws IOException {
        try (Socket silent = failingByTime()) {
            assertThat(uncaught).isEmpty();
        }

        assertThat(filter.isLoggable(line(nextUncaught()))).isFalse();
    }

    @Test
    void the_same_said_by_anybody_else_is_logged() {
        Promise<String> promise = Promise.promise();
        promise.complete("once");

        Throwable twice = Assertions.catchThrowable(() -> promise.fail("twice"));

        assertThat(twice).isInstanceOf(IllegalStateException.class).hasMessage("Result is already complete");
        assertThat(filter.isLoggable(line(twice))).isTrue();
    }

    @Test
    void any_other_failure_of_the_pool_is_logged() throws IOException {
        server.close();
        failureOf("select 1");
        StackTraceElement[] stack = nextUncaught().getStackTrace();
        Throwable other = new NullPointerException();
        other.setStackTrace(stack);
        Throwable elsewhere = new IllegalStateException("the pool is broken");
        elsewhere.setStackTrace(List.of(stack).subList(1, stack.length).toArray(StackTraceElement[]::new));

        assertThat(filter.isLoggable(line(other))).isTrue();
        assertThat(filter.isLoggable(line(elsewhere))).isTrue();
    }

    @Test
    void a_line_without_a_failure_is_logged() {
        assertThat(filter.isLoggable(line(null))).isTrue();
    }

    private Throwable failureOf(String statement) {
        return Assertions.catchThrowableOfType(
                        CompletionException.class,
                        () -> pool.query(statement)
                                .execute()
                                .toCompletionStage()
                                .toCompletableFuture()
                                .join())
                .getCause();
    }

    /** A connection that the server says nothing on, for longer than a statement waits. */
    private Socket failingByTime() throws IOException {
        assertThat(failureOf("select 1")).hasMessageContaining("Timeout");
        return server.accept();
    }

    private Throwable nextUncaught() {
        Awaitility.await().until(() -> !uncaught.isEmpty());
        return uncaught.get(0);
    }

    private static LogRecord line(Throwable thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, "Uncaught exception received by Vert.x");
        line.setThrown(thrown);
        return line;
    }
}
