package dev.docket.race;

import dev.docket.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Keeps bulk cancels from writing outcomes, so that a batch stops where it matters: its transaction is open, it holds
 * its jobs, and nothing of it is committed.
 */
final class HeldOutcomes implements AutoCloseable {
    private static final String BLOCKED = """
            select pid
            from pg_locks
            where relation = 'bulk_cancel_job'::regclass
              and not granted
            """;

    private final Connection connection;

    private HeldOutcomes(Connection connection) {
        this.connection = connection;
    }

    static HeldOutcomes hold() {
        try {
            Connection connection = TestPostgres.shared().connect();
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("lock table bulk_cancel_job in share row exclusive mode");
            }
            return new HeldOutcomes(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Comes back once so many batches stand still. */
    void awaitBatches(int number) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(() -> blocked().size() == number);
    }

    /** Cuts the connections of the batches that stand still. */
    void cutBatches() {
        for (int pid : blocked()) {
            try (Connection other = TestPostgres.shared().connect();
                    PreparedStatement cut = other.prepareStatement("select pg_terminate_backend(?)")) {
                cut.setInt(1, pid);
                cut.execute();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

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

    private static List<Integer> blocked() {
        try (Connection observer = TestPostgres.shared().connect();
                PreparedStatement statement = observer.prepareStatement(BLOCKED);
                ResultSet rows = statement.executeQuery()) {
            List<Integer> pids = new ArrayList<>();
            while (rows.next()) {
                pids.add(rows.getInt(1));
            }
            return pids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
