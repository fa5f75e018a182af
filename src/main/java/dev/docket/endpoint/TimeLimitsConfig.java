package dev.docket.endpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/**
 * How long work may take and how long a job may wait for it. The maps take the path of an endpoint, spelled as for
 * {@code docket.processors}; a path that does not exist, or a limit below zero, stops the start.
 */
@ConfigMapping(prefix = "docket.jobs")
public interface TimeLimitsConfig {
    /**
     * How long one run may work, whatever its processor; past it the job fails with {@code execution_timeout}. A job
     * may ask for less. {@code 0S} is no limit.
     */
    @WithDefault("1H")
    Duration executionTimeout();

    /** The same for the jobs of one endpoint, in place of {@link #executionTimeout()}. */
    Map<String, Duration> executionTimeouts();

    /**
     * How long a job may wait for its first start, from creation or a retry; past it the job fails with
     * {@code queue_timeout}. A job may ask for another limit. {@code 0S} is no limit.
     */
    @WithDefault("0S")
    Duration queueTimeout();

    /** The same for the jobs of one endpoint, in place of {@link #queueTimeout()}. */
    Map<String, Duration> queueTimeouts();
}
