package dev.docket.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Refuses a server that cannot keep the promise that an answered job is stored. */
public final class ServerCheck {
    private static final int OLDEST = 15;
    private static final String QUESTION = """
            SELECT current_setting('server_version_num')::int / 10000,
                   current_setting('fsync', true),
                   current_setting('synchronous_commit', true),
                   pg_is_in_recovery()
            """;

    private ServerCheck() {}

    /**
     * Returns when the server can be used.
     *
     * @param server a connection to this address
     * @throws StartRefused when it is too old, read-only, or may lose what it confirmed
     */
    public static void require(DatabaseAddress address, Connection server) {
        try (Statement statement = server.createStatement();
                ResultSet answer = statement.executeQuery(QUESTION)) {
            answer.next();
            judge(address, answer.getInt(1), answer.getString(2), answer.getString(3), answer.getBoolean(4));
        } catch (SQLException e) {
            throw SqlRefusal.of(address, e);
        }
    }

    private static void judge(DatabaseAddress at, int major, String fsync, String commit, boolean standby) {
        String server = "The database at " + at.place();
        if (major < OLDEST) {
            throw new StartRefused(
                    server + " is PostgreSQL " + major + ": Docket needs " + OLDEST + " or newer; upgrade the server.");
        }
        if (standby) {
            throw new StartRefused(server + " is a read-only standby: point DOCKET_DB_URL at the primary.");
        }
        if ("off".equals(fsync)) {
            throw new StartRefused(server + " runs with fsync=off and may lose jobs in a crash:"
                    + " set fsync = on in its postgresql.conf and reload it.");
        }
        if ("off".equals(commit)) {
            throw new StartRefused(server + " runs with synchronous_commit=off and may lose confirmed jobs:"
                    + " set it to on for the server, the database and the user (ALTER ROLE … SET).");
        }
    }
}
