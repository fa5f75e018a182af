package dev.docket.tenant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of an organization that has none of its own in its row. */
@ConfigMapping(prefix = "docket.limits")
public interface LimitsConfig {
    /**
     * How many jobs of one organization may wait in the queue; 0 for no limit. Creates beyond it are answered 429 with
     * the code {@code queued_jobs_quota}. A soft limit, see {@link QueuedQuota}.
     */
    @WithDefault("1000000")
    int queuedPerOrganization();

    /** How many jobs of one organization may run at once, over all pods; 0 for no limit. */
    @WithDefault("0")
    int runningPerOrganization();

    /** How many jobs of one organization may run at once on one endpoint, over all pods; 0 for no limit. */
    @WithDefault("0")
    int runningPerEndpoint();
}
