package dev.docket.start;

import dev.docket.store.ReplicaServer;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The server in {@code docket.db.replica-url}. */
@Singleton
class ReplicaDatabase implements ReplicaServer {
    private final DatabaseConfig config;

    ReplicaDatabase(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Optional<PgConnectOptions> options() {
        return ExternalDatabase.replica(config);
    }
}
