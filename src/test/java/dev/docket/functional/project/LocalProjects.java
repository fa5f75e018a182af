package dev.docket.functional.project;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Has requests in projects extracted in the process, and few projects kept. */
public final class LocalProjects implements QuarkusTestResourceLifecycleManager {
    public static final int MOST = 25;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "docket.processors.\"/v1/projects/extract\"",
                "local",
                "docket.projects.per-organization",
                Integer.toString(MOST));
    }

    @Override
    public void stop() {}
}
