package dev.docket.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether connections are sessions. */
@ConfigMapping(prefix = "docket.db")
public interface PoolerConfig {
    /**
     * {@code transaction} for a {@code docket.db.url} that leads to a pooler in transaction mode: nothing is then sent
     * when a connection is opened, no statement is kept prepared, and {@code docket.db.session-url} is needed.
     * {@code none} for a server, or for a pooler in session mode.
     */
    @WithDefault("none")
    Pooler pooler();
}
