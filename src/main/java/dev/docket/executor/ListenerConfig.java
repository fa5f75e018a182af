package dev.docket.executor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The connection on which a process hears the others. */
@ConfigMapping(prefix = "docket.listener")
public interface ListenerConfig {
    /**
     * How often the connection must give a sign of life. One that has silently died is noticed after at most twice this
     * time; until then heartbeats and polls stand in for it. Less than {@code docket.db.silence}.
     */
    @WithDefault("5S")
    Duration signOfLife();

    /** How long opening it may take before it is tried again. */
    @WithDefault("10S")
    Duration connectTimeout();
}
