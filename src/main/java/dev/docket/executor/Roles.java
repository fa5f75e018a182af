package dev.docket.executor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What this process does. */
@ConfigMapping(prefix = "docket")
public interface Roles {
    /** {@code api} answers clients, {@code executor} runs jobs; both by default. */
    @WithDefault("api,executor")
    Set<Role> roles();

    /** A part that a process can play. */
    enum Role {
        API,
        EXECUTOR
    }

    /** Whether this process runs jobs. */
    default boolean executes() {
        return roles().contains(Role.EXECUTOR);
    }

    /** Whether this process answers clients. */
    default boolean answers() {
        return roles().contains(Role.API);
    }
}
