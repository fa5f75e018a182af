package dev.docket.start;

import io.smallrye.config.SmallRyeConfig;

/** Refuses a role that does not exist: a pod that silently does nothing is worse than one that stops. */
public final class RolesCheck implements StartupCheck {
    @Override
    public void check(SmallRyeConfig settings) {
        Role.of(settings.getConfigMapping(DocketConfig.class));
    }
}
