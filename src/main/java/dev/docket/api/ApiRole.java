package dev.docket.api;

import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this process answers clients, by its {@code docket.roles}. */
@Singleton
class ApiRole {
    private final Set<String> roles;

    ApiRole(@ConfigProperty(name = "docket.roles", defaultValue = "api,executor") Set<String> roles) {
        this.roles = roles;
    }

    boolean isPlayed() {
        return roles.contains("api");
    }
}
