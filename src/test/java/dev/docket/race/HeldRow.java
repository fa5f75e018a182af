package dev.docket.race;

import dev.docket.TestPostgres;
import dev.docket.store.RunRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Holds the lock on a job's row, so that writers queue up behind it in an order that the test chooses: PostgreSQL
 * serves them in the order in which they came.
 */
final class HeldRow implements AutoCloseable {
    private static final String WAITING = """
            select count(*)
            from pg_stat_activity
            where datname = current_database()
              and wait_event_type = 'Lock'
            """;

    private final Connection connection;

    private HeldRow(Connection connection) {
        this.connection = connection;
    }

    static HeldRow of(RunRef run) {
        try {
            Connection connection = TestPostgres.shared().connect();
            connection.setAutoCommit(false);
            try (PreparedStatement lock =
                    connection.prepareStatement("select from job where organization_id = ? and id = ? for update")) {
                lock.setString(1, run.organization());
                lock.setString(2, run.job().value());
                lock.executeQuery();
            }
            return new HeldRow(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Comes back once so many writers wait. */
    void awaitWaiting(int writers) {
        awaitWaitingAnywhere(writers);
    }

    /** Comes back once so many sessions wait for a lock, whoever holds it. */
    static void awaitWaitingAnywhere(int writers) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(() -> waiting() == writers);
    }

    /** Runs a statement in the transaction that holds the row. */
    void change(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the writers through, in the order in which they came. */
    void release() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long waiting() throws SQLException {
        try (Connection observer = TestPostgres.shared().connect();
                PreparedStatement count = observer.prepareStatement(WAITING);
                ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
