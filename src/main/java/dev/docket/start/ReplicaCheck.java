package dev.docket.start;

import dev.docket.store.ReplicaConfig;
import io.smallrye.config.SmallRyeConfig;

/** Refuses a replica that could never be asked. One that is away at the start may come later. */
public final class ReplicaCheck implements StartupCheck {
    @Override
    public void check(SmallRyeConfig settings) {
        DatabaseConfig database = settings.getConfigMapping(DatabaseConfig.class);
        if (database.replicaUrl().isEmpty()) {
            return;
        }
        if (database.url().isEmpty()) {
            throw new StartRefused("DOCKET_DB_REPLICA_URL is for a database of your own:"
                    + " set DOCKET_DB_URL to its primary, or unset it.");
        }
        ExternalDatabase.replica(database);
        ReplicaConfig replica = settings.getConfigMapping(ReplicaConfig.class);
        if (replica.replicaConnections() < 1) {
            throw new StartRefused(
                    "DOCKET_DB_REPLICA_CONNECTIONS is " + replica.replicaConnections() + ": it must be 1 or more.");
        }
        if (replica.replicaPatience().toMillis() < 1) {
            throw new StartRefused("DOCKET_DB_REPLICA_PATIENCE must be 1 ms (0.001S) or more.");
        }
    }
}
