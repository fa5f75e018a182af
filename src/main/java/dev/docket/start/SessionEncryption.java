package dev.docket.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a session is encrypted, which with {@code sslmode=prefer} is for the server to choose. */
final class SessionEncryption {
    private static final String OWN = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

    private SessionEncryption() {}

    static boolean of(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(OWN)) {
            // Whoever sees no row of its own is asked again by each connection, which is slower and no less right.
            return !row.next() || row.getBoolean(1);
        }
    }
}
