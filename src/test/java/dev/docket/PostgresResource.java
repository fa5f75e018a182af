package dev.docket;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the shared embedded server, as {@code DocketMain} gives one to the service. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return TestPostgres.shared().quarkusProperties();
    }

    /** Nothing to stop: the server is for all tests of this JVM. */
    @Override
    public void stop() {}
}
