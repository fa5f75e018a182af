package dev.docket.endpoint.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.job.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names that a request gives to choose from.
 *
 * @param descriptions by the names, in the order of the request
 * @param keys what to divide the pages of some of them by, by the names
 */
record Sorts(Map<String, String> descriptions, Map<String, String> keys) {
    /** @throws DocumentRefused when there are none */
    static Sorts of(JsonNode sent) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (JsonNode each : sent) {
            String name = each.path("name").asText();
            descriptions.putIfAbsent(name, each.path("description").asText(""));
            if (each.path("partition_key").isTextual()) {
                keys.putIfAbsent(name, each.get("partition_key").textValue());
            }
        }
        if (descriptions.isEmpty()) {
            throw new DocumentRefused(ErrorCode.REQUEST_INVALID, "The request has no names to choose from.");
        }
        return new Sorts(descriptions, keys);
    }

    boolean has(String name) {
        return name != null && descriptions.containsKey(name);
    }

    /** For the model to read. */
    String described() {
        StringBuilder text = new StringBuilder();
        descriptions.forEach((name, description) -> {
            text.append("- ").append(TextNode.valueOf(name));
            text.append(description.isBlank() ? "" : ": " + description);
            String key = keys.get(name);
            text.append(key == null ? "" : " (divide it by: " + key + ")").append('\n');
        });
        return text.toString();
    }

    /** The schema of a choice among them. */
    ObjectNode choice() {
        ObjectNode schema = Desk.JSON.createObjectNode().put("type", "string");
        var names = schema.putArray("enum");
        descriptions.keySet().forEach(names::add);
        return schema;
    }
}
