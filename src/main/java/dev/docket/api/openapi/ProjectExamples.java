package dev.docket.api.openapi;

import java.util.List;
import java.util.Map;

/** One project, as the examples of its calls tell it. */
final class ProjectExamples {
    private static final String SETTINGS = """
            {"model": "retab-small", "temperature": 0.0, "reasoning_effort": "minimal", "image_resolution_dpi": 192,
             "n_consensus": 1, "chunking_keys": null, "web_search": false}""";

    private static final String CONFIG = """
            "inference_settings": %s,
            "json_schema": {"type": "object", "properties": {"total": {"type": "number"}}},
            "human_in_the_loop_criteria": [], "computation_spec": {"computations": {}}""".formatted(SETTINGS);

    private ProjectExamples() {}

    static Map<String, Object> create() {
        return Examples.object("""
                {"name": "Invoices", "json_schema": {"type": "object", "properties": {"total": {"type": "number"}}}}""");
    }

    static Map<String, Object> project() {
        return Examples.object("""
                {"id": "proj_V1StGXR8_Z5jdHi6B-myT", "object": "project", "name": "Invoices",
                 "created_at": "2024-01-16T16:00:00Z", "updated_at": "2024-01-16T16:00:00Z",
                 "published_config": {%s, "origin": "manual"}, "draft_config": {%s},
                 "is_published": false, "is_schema_generated": true, "organization_id": "org_abc123"}""".formatted(CONFIG, CONFIG));
    }

    static Map<String, Object> list() {
        Map<String, Object> page = Examples.object("""
                {"object": "list", "data": [], "first_id": "%1$s", "last_id": "%1$s", "has_more": false,
                 "list_metadata": {"before": null, "after": null}}""".formatted(project().get("id")));
        page.put("data", List.of(project()));
        return page;
    }

    static Map<String, Object> deleted() {
        return Examples.object("""
                {"success": true, "id": "proj_V1StGXR8_Z5jdHi6B-myT"}""");
    }
}
