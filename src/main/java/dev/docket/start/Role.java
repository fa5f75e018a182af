package dev.docket.start;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a process does: serve clients, run jobs, or both. */
public enum Role {
    API,
    EXECUTOR;

    /**
     * The roles this process was given.
     *
     * @throws StartRefused when one of them does not exist, or there is none
     */
    public static Set<Role> of(DocketConfig config) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        config.roles().forEach(name -> roles.add(named(name.strip())));
        if (roles.isEmpty()) {
            throw new StartRefused("DOCKET_ROLES is empty: set it to api, executor, or api,executor.");
        }
        return roles;
    }

    private static Role named(String name) {
        for (Role role : values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                return role;
            }
        }
        throw new StartRefused("DOCKET_ROLES names '" + name + "', which is no role: use api, executor, or both.");
    }
}
