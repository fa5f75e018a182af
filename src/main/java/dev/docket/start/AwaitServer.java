package dev.docket.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits for a server that is not there yet: pods and their database are often started at the same moment. */
public final class AwaitServer {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * 08001, 08003 and 08006, no connection; 57P03, the server is coming up or going down; 53300, it has no connection
     * left.
     */
    private static final Set<String> PASSING = Set.of("08001", "08003", "08006", "57P03", "53300");

    private AwaitServer() {}

    /**
     * A connection, as soon as the server lets Docket in; closed by the caller.
     *
     * @throws StartRefused when the server cannot be reached in all that time, or does not let Docket in
     */
    public static Connection connect(DatabaseAddress address, Duration patience) {
        long begun = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                return address.connect();
            } catch (SQLException e) {
                if (!isPassing(e) || System.nanoTime() - begun >= patience.toNanos()) {
                    throw SqlRefusal.of(address, e);
                }
                if (!told) {
                    tell(address, e, patience);
                    told = true;
                }
            }
            pause();
        }
    }

    private static boolean isPassing(SQLException e) {
        return e.getSQLState() != null && PASSING.contains(e.getSQLState());
    }

    /** Logging is not set up yet. */
    private static void tell(DatabaseAddress address, SQLException e, Duration patience) {
        System.err.println("docket: The database at " + address.place() + " cannot be reached (" + SqlRefusal.detail(e)
                + "): waiting for it for up to " + patience.toSeconds() + " seconds.");
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted while it waited for the database.", e);
        }
    }
}
