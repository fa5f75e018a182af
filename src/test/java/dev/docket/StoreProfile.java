package dev.docket;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A process that neither runs jobs nor looks after them, so that a test alone moves the rows. */
public final class StoreProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("docket.roles", "api", "quarkus.scheduler.enabled", "false");
    }
}
