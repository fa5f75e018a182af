package dev.docket.start;

import dev.docket.store.SessionServer;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The server in {@code docket.db.session-url}. */
@Singleton
class SessionDatabase implements SessionServer {
    private final DatabaseConfig config;

    SessionDatabase(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Optional<PgConnectOptions> elsewhere() {
        return ExternalDatabase.session(config);
    }
}
