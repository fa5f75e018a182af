package dev.docket.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an executor may be silent. Must be the same in every process of a service. */
@ConfigMapping(prefix = "docket.leases")
public interface Leases {
    /**
     * How long a run is safe from being rescued after its last heartbeat. A job of an executor that died is run again
     * after at most this, a poll and a back-off. At least three heartbeats.
     */
    @WithDefault("20S")
    Duration lease();

    /**
     * The time between heartbeats; also the longest time until running work learns of a cancel whose signal was lost.
     */
    @WithDefault("4S")
    Duration heartbeat();
}
