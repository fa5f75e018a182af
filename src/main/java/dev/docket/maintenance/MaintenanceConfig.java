package dev.docket.maintenance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the service looks after its jobs. Every process does; the database lets one at a time. */
@ConfigMapping(prefix = "docket.maintenance")
public interface MaintenanceConfig {
    /** How many jobs one statement changes at most, so that none of them holds locks for long. */
    @WithDefault("500")
    int batch();

    /** How many batches follow each other before the work rests until its next turn. */
    @WithDefault("20")
    int batchesInARow();
}
