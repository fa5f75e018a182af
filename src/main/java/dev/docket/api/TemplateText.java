package dev.docket.api;

import dev.docket.store.Page;
import dev.docket.template.FindTemplates;
import dev.docket.template.Template;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Templates as answers. */
final class TemplateText {
    private TemplateText() {}

    static JsonObject of(Template template) {
        JsonObject file = new JsonObject()
                .put("id", template.documentId())
                .put("filename", template.filename())
                .put("mime_type", "application/pdf")
                .put("url", "data:application/pdf;base64," + Base64.getEncoder().encodeToString(template.document()));
        return new JsonObject()
                .put("id", template.id().value())
                .put("object", "edit_template")
                .put("name", template.name())
                .put("file", file)
                .put("form_fields", new JsonArray(template.fields()))
                .put("field_count", template.fieldCount())
                .put("organization_id", template.organization())
                .put(
                        "created_at",
                        template.createdAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put(
                        "updated_at",
                        template.updatedAt().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    static JsonObject list(Page<Template> page, FindTemplates.Asked asked) {
        JsonArray data = new JsonArray();
        page.entries().forEach(template -> data.add(of(template)));
        int size = page.entries().size();
        String first = size == 0 ? null : page.entries().get(0).id().value();
        String last = size == 0 ? null : page.entries().get(size - 1).id().value();
        // Where the list was come from there is at least the template of the cursor.
        boolean earlier = asked.backwards() ? page.hasMore() : asked.cursor() != null;
        boolean later = asked.backwards() || page.hasMore();
        return new JsonObject()
                .put("object", "list")
                .put("data", data)
                .put("first_id", first)
                .put("last_id", last)
                .put("has_more", page.hasMore())
                .put(
                        "list_metadata",
                        new JsonObject().put("before", earlier ? first : null).put("after", later ? last : null));
    }

    static JsonObject deleted(String id) {
        return new JsonObject().put("success", true).put("id", id);
    }
}
