package dev.docket.start;

import io.vertx.pgclient.PgConnectOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the address of a server that somebody else runs. */
public final class ExternalDatabase {
    private ExternalDatabase() {}

    /**
     * The address in {@code docket.db.url}, with the credentials that win. What the JDBC driver does before the start
     * needs a session and goes to {@code docket.db.session-url}, if there is one.
     *
     * @throws StartRefused when a URL cannot be read or names no user
     */
    public static DatabaseAddress address(DatabaseConfig config) {
        DatabaseUrl url = url(config);
        DatabaseUrl session = sessionUrl(config).orElse(url);
        Credentials own = Credentials.of(url, config);
        Credentials there = sessionUrl(config).map(own::unlessIn).orElse(own);
        Map<String, String> reactive = new HashMap<>(ClientDialects.reactive(url));
        if (!own.equals(there)) {
            reactive.put(DatabaseAddress.USERNAME, own.username());
            reactive.put(DatabaseAddress.PASSWORD, own.password());
        }
        return new DatabaseAddress(
                session.place(), ClientDialects.jdbcUrl(session), reactive, there.username(), there.password());
    }

    /** How the reactive client gets a session past a pooler; empty without a URL for that. */
    static Optional<PgConnectOptions> session(DatabaseConfig config) {
        return sessionUrl(config).map(session -> options(session, config));
    }

    /** How the reactive client gets to the replica; empty without one. */
    static Optional<PgConnectOptions> replica(DatabaseConfig config) {
        return replicaUrl(config).map(replica -> options(replica, config));
    }

    private static PgConnectOptions options(DatabaseUrl server, DatabaseConfig config) {
        Credentials there = Credentials.of(url(config), config).unlessIn(server);
        return ClientDialects.options(server).setUser(there.username()).setPassword(there.password());
    }

    private static DatabaseUrl url(DatabaseConfig config) {
        return DatabaseUrl.parse("DOCKET_DB_URL", config.url().orElseThrow());
    }

    private static Optional<DatabaseUrl> sessionUrl(DatabaseConfig config) {
        return config.sessionUrl().map(text -> DatabaseUrl.parse("DOCKET_DB_SESSION_URL", text));
    }

    private static Optional<DatabaseUrl> replicaUrl(DatabaseConfig config) {
        return config.replicaUrl().map(text -> DatabaseUrl.parse("DOCKET_DB_REPLICA_URL", text));
    }

    /** Who connects. */
    record Credentials(String username, String password) {
        /** Those of {@code docket.db.url}. */
        static Credentials of(DatabaseUrl url, DatabaseConfig config) {
            String username = config.username()
                    .or(url::username)
                    .orElseThrow(() -> new StartRefused(
                            "DOCKET_DB_URL names no user: set DOCKET_DB_USERNAME, or put user@ before the host."));
            return new Credentials(username, config.password().or(url::password).orElse(""));
        }

        /** A user is never sent the password of another one. */
        Credentials unlessIn(DatabaseUrl url) {
            return url.username()
                    .filter(other -> !other.equals(username))
                    .map(other -> new Credentials(other, url.password().orElse("")))
                    .orElse(new Credentials(username, url.password().orElse(password)));
        }
    }
}
