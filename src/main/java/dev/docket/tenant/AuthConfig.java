package dev.docket.tenant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How keys are checked. */
@ConfigMapping(prefix = "docket.auth")
public interface AuthConfig {
    /**
     * How long the outcome of a look-up is believed. A revocation takes effect within this time on every pod, and so
     * does the creation of a key that was tried before it existed.
     */
    @WithDefault("5S")
    Duration cacheTtl();

    /** How many good keys are remembered per process, and how many bad ones. */
    @WithDefault("10000")
    long cacheSize();

    /** How long a look-up may take before the call is answered 503 {@code database_unavailable}. */
    @WithDefault("3S")
    Duration lookupTimeout();
}
