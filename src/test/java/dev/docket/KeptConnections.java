package dev.docket;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Connections to the shared database that are kept from one statement of a test to the next: to open one takes ten times
 * as long as most statements. Each user has one alone. The server ends those that nobody uses any more.
 */
public final class KeptConnections {
    private static final Deque<Connection> IDLE = new ConcurrentLinkedDeque<>();
    private static final int VALIDATION_SECONDS = 5;

    private KeptConnections() {}

    /** What is done with a connection, which has no transaction before and none after. */
    public interface Use<R> {
        R of(Connection connection) throws SQLException;
    }

    /** Does it; a connection on which it failed is not used again. */
    public static <R> R use(Use<R> use) {
        try {
            Connection connection = take();
            boolean well = false;
            try {
                R result = use.of(connection);
                well = true;
                return result;
            } finally {
                giveBack(connection, well);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection take() throws SQLException {
        for (Connection kept = IDLE.poll(); kept != null; kept = IDLE.poll()) {
            if (kept.isValid(VALIDATION_SECONDS)) {
                return kept;
            }
            kept.close();
        }
        Connection fresh = TestPostgres.shared().connect();
        try (Statement statement = fresh.createStatement()) {
            statement.execute("set idle_session_timeout = '10s'");
        }
        return fresh;
    }

    private static void giveBack(Connection connection, boolean well) throws SQLException {
        if (well) {
            IDLE.push(connection);
        } else {
            connection.close();
        }
    }
}
