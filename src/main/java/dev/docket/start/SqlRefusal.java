package dev.docket.start;

import java.sql.SQLException;

/** Turns what the JDBC driver reports into one line that an operator can act on. */
final class SqlRefusal {
    private SqlRefusal() {}

    static StartRefused of(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return new StartRefused(line(address, state, detail(e)), e);
    }

    /**
     * What went wrong, in the server's or the driver's first line; the lines below repeat values. The driver's own
     * words for a lost connection say nothing, but what lies beneath names the host or the reason.
     */
    static String detail(SQLException e) {
        return e.getCause() == null
                ? e.getMessage().lines().findFirst().orElse("")
                : OneLine.of(e.getCause().toString());
    }

    private static String line(DatabaseAddress at, String state, String detail) {
        if (state.startsWith("08")) {
            return "The database at " + at.place() + " cannot be reached (" + detail
                    + "): start it, or correct DOCKET_DB_URL.";
        }
        return switch (state) {
            case "28P01", "28000" ->
                "The database at " + at.place() + " does not let user '" + at.username() + "' in (" + detail
                        + "): correct DOCKET_DB_USERNAME and DOCKET_DB_PASSWORD.";
            case "3D000" ->
                "The server has no database " + at.place() + ": create it (createdb), or correct DOCKET_DB_URL.";
            case "42P01" ->
                "The database at " + at.place()
                        + " has no Docket tables yet: start Docket once against it, then try again.";
            case "42501" ->
                "User '" + at.username() + "' may not do this at " + at.place() + " (" + detail
                        + "): make it the owner of the database.";
            case "53300" ->
                "The database at " + at.place() + " has no connection left: raise max_connections, or run fewer pods.";
            default -> "The database at " + at.place() + " failed (" + detail + ", SQLSTATE " + state + ").";
        };
    }
}
