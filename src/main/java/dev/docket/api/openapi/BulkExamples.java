package dev.docket.api.openapi;

import java.util.List;
import java.util.Map;

/** A bulk cancel of three jobs, as the examples of its calls tell it. */
final class BulkExamples {
    private BulkExamples() {}

    static Map<String, Object> cancel() {
        return Examples.object("""
                {"filter": {"status": "queued", "metadata": {"batch_id": "batch_001"}}, "reason": "wrong batch"}""");
    }

    static Map<String, Object> completed() {
        return Examples.object("""
                {"id": "bcan_V1StGXR8_Z5jdHi6B-myT", "object": "bulk_cancel", "status": "completed",
                 "requested": null, "filter": {"status": "queued", "metadata": {"batch_id": "batch_001"}},
                 "reason": "wrong batch", "only_if_queued": false,
                 "counts": {"cancelled": 2, "already_finished": 0, "not_queued": 0, "status_changed": 1,
                  "not_found": 0, "error": 0},
                 "pending": 0, "created_at": 1705420850, "completed_at": 1705420851,
                 "organization_id": "org_abc123"}""");
    }

    static Map<String, Object> list() {
        return page((String) completed().get("id"), List.of(completed()));
    }

    static Map<String, Object> outcomes() {
        Map<String, Object> outcome = Examples.object("""
                {"job_id": "job_V1StGXR8_Z5jdHi6B-myT", "outcome": "cancelled", "status": "cancelled",
                 "work_started": false}""");
        return page((String) outcome.get("job_id"), List.of(outcome));
    }

    private static Map<String, Object> page(String id, List<Object> data) {
        Map<String, Object> page = Examples.object("""
                {"object": "list", "data": [], "first_id": "%1$s", "last_id": "%1$s", "has_more": false}""".formatted(id));
        page.put("data", data);
        return page;
    }
}
