package dev.docket.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The PostgreSQL server that jobs are stored in. */
@ConfigMapping(prefix = "docket.db")
public interface DatabaseConfig {
    /**
     * A PostgreSQL 15 or newer, as {@code postgresql://host:5432/database?sslmode=require}; {@code postgres://},
     * {@code jdbc:postgresql://} and {@code vertx-reactive:postgresql://} are read the same way. Without it Docket
     * starts a PostgreSQL of its own in {@code docket.data-dir}.
     */
    Optional<String> url();

    /**
     * The same database past a pooler, written like {@code docket.db.url}, for what needs a session of the server: the
     * migrations, the commands and the one connection of a process that hears the others. Needed with
     * {@code docket.db.pooler=transaction}; default {@code docket.db.url}. Without credentials of its own it takes those
     * of that URL.
     */
    Optional<String> sessionUrl();

    /**
     * A standby of the same database, written like {@code docket.db.url}, that may answer reads of single jobs, their
     * bodies and lists, as far as it shows what the primary shows. Not through a pooler in transaction mode. Without
     * credentials of its own it takes those of that URL; the user needs the role {@code pg_read_all_stats}. Default none:
     * all is read from {@code docket.db.url}.
     */
    Optional<String> replicaUrl();

    /** The user to connect as; wins over one in the URL. One of the two is needed with {@code docket.db.url}. */
    Optional<String> username();

    /** The user's password; wins over one in the URL. Default none. */
    Optional<String> password();

    /**
     * How long the start waits for a server that cannot be reached yet or is still coming up; then it is refused. What
     * waiting cannot mend, as a wrong password, is refused at once. {@code 0S} does not wait. Default 30 seconds.
     */
    @WithDefault("30S")
    Duration startWait();
}
