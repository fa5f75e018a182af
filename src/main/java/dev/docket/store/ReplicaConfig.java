package dev.docket.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the standby in {@code docket.db.replica-url} is used. */
@ConfigMapping(prefix = "docket.db")
public interface ReplicaConfig {
    /** Connections to the replica. At least 1. */
    @WithDefault("20")
    int replicaConnections();

    /**
     * How long a read waits for the replica to show what the primary has by then; after that the primary is asked, and
     * for a second all reads go there. More than 0.
     */
    @WithDefault("0.1S")
    Duration replicaPatience();
}
