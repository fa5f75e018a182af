package dev.docket.functional.executor;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Heartbeats so far apart that only the listening connection can be quick, and a short belief in silent connections. */
public final class SlowHeartProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "docket.leases.heartbeat", "60S",
                "docket.leases.lease", "300S",
                "docket.listener.sign-of-life", "0.5S",
                "docket.listener.connect-timeout", "2S",
                "docket.db.statement-timeout", "3S",
                "docket.db.lock-timeout", "0.5S",
                "docket.db.silence", "4S");
    }
}
