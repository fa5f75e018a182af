package dev.docket.api;

import dev.docket.project.Project;
import dev.docket.project.Settings;
import dev.docket.store.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.temporal.ChronoUnit;

/** Projects as answers. */
final class ProjectText {
    private ProjectText() {}

    static JsonObject of(Project project) {
        String origin = project.origin() == null ? "manual" : project.origin();
        return new JsonObject()
                .put("id", project.id().value())
                .put("object", "project")
                .put("name", project.name())
                .put(
                        "created_at",
                        project.createdAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put(
                        "updated_at",
                        project.updatedAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("published_config", config(project.current()).put("origin", origin))
                .put("draft_config", config(project.draft()))
                .put("is_published", project.published().isPresent())
                .put("is_schema_generated", true)
                .put("organization_id", project.organization());
    }

    static JsonObject list(Page<Project> page) {
        JsonArray data = new JsonArray();
        page.entries().forEach(project -> data.add(of(project)));
        int size = page.entries().size();
        String first = size == 0 ? null : page.entries().get(0).id().value();
        String last = size == 0 ? null : page.entries().get(size - 1).id().value();
        return new JsonObject()
                .put("object", "list")
                .put("data", data)
                .put("first_id", first)
                .put("last_id", last)
                .put("has_more", page.hasMore())
                .put("list_metadata", new JsonObject().putNull("before").put("after", page.hasMore() ? last : null));
    }

    static JsonObject deleted(String id) {
        return new JsonObject().put("success", true).put("id", id);
    }

    private static JsonObject config(Settings settings) {
        JsonObject inference = new JsonObject()
                .put("model", "retab-small")
                .put("temperature", 0.0)
                .put("reasoning_effort", "minimal")
                .put("image_resolution_dpi", 192)
                .put("n_consensus", 1)
                .putNull("chunking_keys")
                .put("web_search", false);
        return new JsonObject()
                .put("inference_settings", inference.mergeIn(new JsonObject(settings.inference())))
                .put("json_schema", new JsonObject(settings.schema()))
                .put("human_in_the_loop_criteria", new JsonArray())
                .put("computation_spec", new JsonObject().put("computations", new JsonObject()));
    }
}
