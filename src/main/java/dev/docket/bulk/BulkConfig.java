package dev.docket.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How bulk cancels are worked on. Every process does; the database lets one at a time at each of them. */
@ConfigMapping(prefix = "docket.bulk-cancel")
public interface BulkConfig {
    /** How many jobs one transaction cancels at most, so that none of them holds locks for long. */
    @WithDefault("500")
    int batch();

    /** How long the call that starts a bulk cancel waits for its end before it is answered 202; {@code 0S} for not. */
    @WithDefault("2S")
    Duration patience();

    /**
     * How often a process looks for bulk cancels that nobody works on. At least a second. After ten looks that found none
     * it looks half as often, until it finds one.
     */
    @WithDefault("2S")
    Duration poll();

    /** How many of one organization may run at once; more are answered 429. A soft limit. */
    @WithDefault("100")
    int runningPerOrganization();
}
