package dev.docket.start;

import dev.docket.executor.Role;
import io.smallrye.config.SmallRyeConfig;
import java.util.Arrays;
import java.util.List;

/** Refuses a role that does not exist: a pod that silently does nothing is worse than one that stops. */
public final class RolesCheck implements StartupCheck {
    private static final List<String> KNOWN =
            Arrays.stream(Role.values()).map(Role::wire).toList();

    @Override
    public void check(SmallRyeConfig settings) {
        List<String> roles = settings.getConfigMapping(DocketConfig.class).roles();
        if (roles.isEmpty()) {
            throw new StartRefused("DOCKET_ROLES is empty: set it to api, executor, or api,executor.");
        }
        for (String role : roles) {
            if (!KNOWN.contains(role.strip())) {
                throw new StartRefused(
                        "DOCKET_ROLES names '" + role.strip() + "', which is no role: use api, executor, or both.");
            }
        }
    }
}
