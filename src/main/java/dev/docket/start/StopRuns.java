package dev.docket.start;

import dev.docket.executor.SignalText;
import dev.docket.store.RunRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Tells executors of runs whose jobs a command has taken away, so that they stop now and not at their next heartbeat. */
final class StopRuns {
    private static final String TELL = """
            select pg_notify(?, ?)
            """;

    private static final String SENDER = "organization purge";

    private StopRuns() {}

    /** As executors hear of cancels, once the transaction is committed. */
    static void tell(Connection connection, List<RunRef> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            for (String message : SignalText.cancelled(SENDER, runs)) {
                tell.setString(1, SignalText.CANCELLED);
                tell.setString(2, message);
                tell.execute();
            }
        }
    }
}
