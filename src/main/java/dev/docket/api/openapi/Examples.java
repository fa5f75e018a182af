package dev.docket.api.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The life of one job, as the examples of its calls tell it: created, looked at, cancelled, run again. */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REQUEST = """
            {"document": {"filename": "invoice.pdf", "url": "data:application/pdf;base64,JVBERi0xLjcKJeLjz9MK"},
             "json_schema": {"type": "object", "properties": {"total": {"type": "number"}}},
             "model": "retab-small"}""";

    private static final String QUEUED = """
            {"id": "job_V1StGXR8_Z5jdHi6B-myT", "object": "job", "status": "queued",
             "endpoint": "/v1/documents/extract", "request": %s, "response": null, "error": null,
             "created_at": 1705420800, "started_at": null, "completed_at": null, "expires_at": 1706025600,
             "organization_id": "org_abc123", "metadata": {"batch_id": "batch_001"}, "cloud_task_name": null,
             "cancelled": false, "cancellation": null, "attempt_count": 0, "last_attempt_at": null,
             "last_failure_code": null, "warnings": null}""".formatted(REQUEST);

    private Examples() {}

    static Map<String, Object> create() {
        return object("""
                {"endpoint": "/v1/documents/extract", "request": %s, "metadata": {"batch_id": "batch_001"}}""".formatted(REQUEST));
    }

    static Map<String, Object> queued() {
        return object(QUEUED);
    }

    static Map<String, Object> createMany() {
        Map<String, Object> keyed = create();
        keyed.put("idempotency_key", "batch_001-1");
        return new LinkedHashMap<>(Map.of("jobs", List.of(keyed)));
    }

    static Map<String, Object> createdMany() {
        Map<String, Object> stored = object("""
                {"index": 0, "job": null, "status_code": 200, "error": null}""");
        Map<String, Object> job = state();
        job.putAll(object("""
                {"status": "queued", "started_at": null, "completed_at": null}"""));
        stored.put("job", job);
        Map<String, Object> answer = object("""
                {"object": "list", "data": [], "created": 1, "failed": 0}""");
        answer.put("data", List.of(stored));
        return answer;
    }

    static Map<String, Object> retried() {
        return with(queued(), """
                {"expires_at": 1706026200}""");
    }

    static Map<String, Object> cancel() {
        return object("""
                {"reason": "sent twice"}""");
    }

    static Map<String, Object> cancelled() {
        return with(queued(), """
                {"status": "cancelled", "completed_at": 1705420850, "cancelled": true,
                 "cancellation": {"requested_at": 1705420850, "reason": "sent twice", "outcome": "cancelled",
                  "work_started": false, "stopped_at": null}}""");
    }

    static Map<String, Object> completed() {
        return with(queued(), """
                {"status": "completed", "started_at": 1705420801, "completed_at": 1705420812, "attempt_count": 1,
                 "last_attempt_at": 1705420801, "response": {"status_code": 200, "body": {
                  "id": "extr_1", "object": "chat.completion", "created": 1705420812, "model": "retab-small",
                  "choices": [{"index": 0, "finish_reason": "stop",
                   "message": {"role": "assistant", "content": "{\\"total\\": 118.0}"}}]}}}""");
    }

    static Map<String, Object> state() {
        Map<String, Object> state = completed();
        List.of("request", "response", "cloud_task_name", "cancelled", "cancellation", "attempt_count")
                .forEach(state::remove);
        List.of("last_attempt_at", "last_failure_code", "warnings").forEach(state::remove);
        return state;
    }

    static Map<String, Object> list() {
        String id = (String) queued().get("id");
        Map<String, Object> list = object("""
                {"object": "list", "data": [], "first_id": "%1$s", "last_id": "%1$s", "has_more": false,
                 "list_metadata": {"before": null, "after": null}}""".formatted(id));
        list.put("data", List.of(completed()));
        return list;
    }

    private static Map<String, Object> with(Map<String, Object> job, String changes) {
        job.putAll(object(changes));
        return job;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String json) {
        try {
            return JSON.readValue(json, LinkedHashMap.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
