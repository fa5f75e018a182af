package dev.docket.endpoint.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How the local processor works. What one document may take of it is in {@code DocumentLimits}. */
@ConfigMapping(prefix = "docket.local")
public interface LocalConfig {
    /** Worker threads, and so the documents read at once. Default: the processors the JVM sees. */
    OptionalInt threads();

    /**
     * Wall-clock time for one document, counted from the moment a worker takes it up. Default 5 minutes; past it the
     * job fails with {@code execution_timeout}. The limit that holds for every processor, {@code
     * docket.jobs.execution-timeout}, and that of the job hold beside it: the shortest ends the work.
     */
    @WithDefault("5M")
    Duration timeLimit();
}
