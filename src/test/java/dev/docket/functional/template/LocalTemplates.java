package dev.docket.functional.template;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Has forms and templates edited in the process, and few templates kept. */
public final class LocalTemplates implements QuarkusTestResourceLifecycleManager {
    public static final int MOST = 12;
    public static final int LARGEST = 100 * 1024;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "docket.processors.\"/v1/edit/templates/fill\"",
                "local",
                "docket.processors.\"/v1/edit/templates/generate\"",
                "local",
                "docket.templates.per-organization",
                Integer.toString(MOST),
                "docket.templates.max-document",
                LARGEST + "",
                "docket.templates.max-fields",
                "50");
    }

    @Override
    public void stop() {}
}
