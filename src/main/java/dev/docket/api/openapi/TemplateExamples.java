package dev.docket.api.openapi;

import java.util.List;
import java.util.Map;

/** One template, as the examples of its calls tell it. */
final class TemplateExamples {
    private static final String URL = "data:application/pdf;base64,JVBERi0xLjcKJeLjz9MK";
    private static final String FIELDS = """
            [{"key": "full_name", "description": "Full name", "type": "text", "value": null,
              "bbox": {"left": 0.25, "top": 0.11, "width": 0.42, "height": 0.02, "page": 1}}]""";

    private TemplateExamples() {}

    static Map<String, Object> create() {
        return Examples.object("""
                {"name": "Membership", "document": {"filename": "membership.pdf", "url": "%s"}, "form_fields": %s}""".formatted(URL, FIELDS));
    }

    static Map<String, Object> template() {
        return Examples.object("""
                {"id": "edittplt_V1StGXR8_Z5jdHi6B-myT", "object": "edit_template", "name": "Membership",
                 "file": {"id": "file_26a1e94bb50d0bc1", "filename": "membership.pdf",
                  "mime_type": "application/pdf", "url": "%s"},
                 "form_fields": %s, "field_count": 1, "organization_id": "org_abc123",
                 "created_at": "2024-01-16T16:00:00Z", "updated_at": "2024-01-16T16:00:00Z"}""".formatted(URL, FIELDS));
    }

    static Map<String, Object> list() {
        Map<String, Object> page = Examples.object("""
                {"object": "list", "data": [], "first_id": "%1$s", "last_id": "%1$s", "has_more": false,
                 "list_metadata": {"before": null, "after": null}}""".formatted(template().get("id")));
        page.put("data", List.of(template()));
        return page;
    }

    static Map<String, Object> deleted() {
        return Examples.object("""
                {"success": true, "id": "edittplt_V1StGXR8_Z5jdHi6B-myT"}""");
    }
}
