package dev.docket.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.logging.javautil.JavaUtilLogCreator;

/**
 * Brings the tables up to date before Quarkus starts, over one connection of the plain driver: the service itself is
 * reactive and keeps no JDBC pool. Pods that start together wait for each other (Flyway holds an advisory lock).
 */
public final class Migrations {
    private static final String LOCATION = "db/migration";

    /** A process of the version before, in the middle of its work, and a migration had each locked what the other wants. */
    private static final String DEADLOCK = "40P01";

    private static final int MOST_TRIES = 5;

    private Migrations() {}

    /**
     * Returns when every migration has run.
     *
     * @throws StartRefused when one fails, or the tables were changed by other hands
     */
    public static void run(DatabaseAddress address) {
        run(address, LOCATION);
    }

    /** The same from another directory on the class path. */
    public static void run(DatabaseAddress address, String location) {
        migrate(address, MigrationScripts.in(location));
    }

    /** The same, by one question where nothing is to be done. */
    static void runMissing(DatabaseAddress address, Connection database) {
        MigrationScripts scripts = MigrationScripts.in(LOCATION);
        if (!AppliedScripts.areThoseOf(scripts, database)) {
            migrate(address, scripts);
        }
    }

    private static void migrate(DatabaseAddress address, MigrationScripts scripts) {
        Flyway flyway = Flyway.configure()
                .dataSource(address.dataSource())
                .resourceProvider(scripts)
                // Where the others would end as well; found without a look at what is on the class path.
                .loggers(JavaUtilLogCreator.class.getName())
                // None of them is Java; without this word Flyway would search the class path for some.
                .javaMigrationClassProvider(List::of)
                .load();
        try {
            migrate(flyway);
        } catch (FlywayException e) {
            throw new StartRefused(
                    "The tables at " + address.place() + " could not be brought up to date (" + detail(e)
                            + "): mend that and start again; nothing of the failed step was kept.",
                    e);
        }
    }

    /** Each step is a transaction, so one that was rolled back is done again from its beginning. */
    private static void migrate(Flyway flyway) {
        for (int tries = 1; ; tries++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (tries == MOST_TRIES || !isDeadlock(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isDeadlock(Throwable failure) {
        return failure != null
                && (failure instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState())
                        || isDeadlock(failure.getCause()));
    }

    private static String detail(FlywayException e) {
        return e.getCause() instanceof SQLException cause ? SqlRefusal.detail(cause) : OneLine.of(e.getMessage());
    }
}
