package dev.docket.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many connections a process opens. One more listens for notifications. */
@ConfigMapping(prefix = "docket.db")
public interface ConnectionLimits {
    /** Connections for the calls of clients. At least 1. */
    @WithDefault("20")
    int connections();

    /** Connections for running jobs and for housekeeping, which calls cannot take. At least 2. */
    @WithDefault("10")
    int reservedConnections();

    /**
     * How long a statement waits until one of these connections is free. A call that waited in vain is answered 503
     * {@code database_unavailable}. At least a millisecond.
     */
    @WithDefault("5S")
    Duration connectionWait();
}
