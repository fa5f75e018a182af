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
     * How long a call waits for a free connection before it is answered 503 {@code database_unavailable}; {@code 0S}
     * waits for as long as it takes.
     */
    @WithDefault("5S")
    Duration connectionWait();
}
