package dev.docket.functional.intake;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with limits that a test can reach, and with bodies that are kept in memory. */
public final class IntakeProfile implements QuarkusTestProfile {
    static final String NAME = "intake";

    @Override
    public String getConfigProfile() {
        return NAME;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("quarkus.http.limits.max-body-size", "1G"),
                Map.entry("quarkus.devservices.enabled", "false"),
                Map.entry("quarkus.scheduler.enabled", "false"),
                Map.entry("docket.roles", "api"),
                Map.entry("quarkus.log.console.level", "WARN"),
                Map.entry("docket.limits.body-bytes", "1M"),
                Map.entry("docket.limits.body-memory", "1536K"),
                Map.entry("docket.limits.body-wait", "2S"),
                Map.entry("docket.limits.body-timeout", "1S"));
    }
}
