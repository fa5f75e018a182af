package dev.docket.store;

import dev.docket.job.JobId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A filter as JSON text, for the row of a work that outlives its call. What does not narrow is left out. */
final class FilterText {
    private FilterText() {}

    static String write(JobFilter filter) {
        Map<String, Object> members = new HashMap<>();
        members.put("status", filter.status() == null ? null : filter.status().wire());
        members.put("id", filter.id() == null ? null : filter.id().value());
        members.put("endpoint", filter.endpoint());
        members.put("source", filter.source() == null ? null : filter.source().name());
        members.put("project_id", filter.projectId());
        members.put("workflow_id", filter.workflowId());
        members.put("workflow_node_id", filter.workflowNodeId());
        members.put("workflow_block_id", filter.workflowBlockId());
        members.put("model", filter.model());
        members.put("filename_regex", filter.filenameRegex());
        members.put("filename_contains", filter.filenameContains());
        members.put("document_types", filter.documentTypes().isEmpty() ? null : filter.documentTypes());
        members.put("from", filter.from() == null ? null : filter.from().toString());
        members.put("to", filter.to() == null ? null : filter.to().toString());
        members.put("metadata", filter.metadata().isEmpty() ? null : filter.metadata());
        members.values().removeIf(value -> value == null);
        return new JsonObject(members).encode();
    }

    static JobFilter read(String text) {
        JsonObject members = new JsonObject(text);
        String status = members.getString("status");
        String id = members.getString("id");
        String source = members.getString("source");
        return new JobFilter(
                status == null ? null : JobRow.status(status),
                id == null ? null : new JobId(id),
                members.getString("endpoint"),
                source == null ? null : JobFilter.Source.valueOf(source),
                members.getString("project_id"),
                members.getString("workflow_id"),
                members.getString("workflow_node_id"),
                members.getString("workflow_block_id"),
                members.getString("model"),
                members.getString("filename_regex"),
                members.getString("filename_contains"),
                texts(members.getJsonArray("document_types")),
                day(members.getString("from")),
                day(members.getString("to")),
                pairs(members.getJsonObject("metadata")));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static List<String> texts(JsonArray array) {
        return array == null
                ? List.of()
                : array.stream().map(String.class::cast).toList();
    }

    private static Map<String, String> pairs(JsonObject object) {
        return object == null
                ? Map.of()
                : object.stream().collect(Collectors.toMap(Map.Entry::getKey, pair -> (String) pair.getValue()));
    }
}
