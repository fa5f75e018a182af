package dev.docket.project;

import dev.docket.endpoint.ProjectTerms;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns what a project was set to into fields of a request. */
final class FillTerms {
    private static final String MODEL = "retab-small";

    private FillTerms() {}

    static ProjectTerms of(Project project) {
        Settings settings = project.current();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("json_schema", settings.schema());
        fields.put("model", Json.encode(MODEL));
        for (Map.Entry<String, Object> setting : new JsonObject(settings.inference())) {
            if (setting.getValue() != null) {
                fields.put(setting.getKey(), Json.encode(setting.getValue()));
            }
        }
        return new ProjectTerms(fields);
    }
}
