package dev.docket.executor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What this process does. */
@ConfigMapping(prefix = "docket")
public interface Roles {
    /** {@code api} answers clients, {@code executor} runs jobs; both by default. Another name stops the start. */
    @WithDefault("api,executor")
    Set<String> roles();

    /** Whether this process runs jobs. */
    default boolean executes() {
        return roles().contains(Role.EXECUTOR.wire());
    }
}
