package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/** The keywords that look into arrays. */
final class CheckArray {
    private CheckArray() {}

    static void check(CheckInstance check, JsonNode schema, JsonNode value, String path, int depth) {
        if (value.size() < schema.path("minItems").asLong(0)) {
            check.fault(path, "minItems");
        }
        if (value.size() > schema.path("maxItems").asLong(Long.MAX_VALUE)) {
            check.fault(path, "maxItems");
        }
        if (schema.path("uniqueItems").asBoolean(false) && !isUnique(value)) {
            check.fault(path, "uniqueItems");
        }
        items(check, schema, value, path, depth);
        contains(check, schema, value, path, depth);
    }

    /** Before 2020-12 a list of items is what is now called prefix, and the rest is called additional. */
    private static void items(CheckInstance check, JsonNode schema, JsonNode value, String path, int depth) {
        JsonNode items = schema.get("items");
        boolean older = items != null && items.isArray();
        JsonNode prefix = older ? items : schema.path("prefixItems");
        JsonNode rest = older ? schema.get("additionalItems") : items;
        for (int at = 0; at < value.size(); at++) {
            JsonNode each = at < prefix.size() ? prefix.get(at) : rest;
            if (each != null) {
                check.check(each, value.get(at), path + "/" + at, depth + 1);
            }
        }
    }

    private static void contains(CheckInstance check, JsonNode schema, JsonNode value, String path, int depth) {
        JsonNode wanted = schema.get("contains");
        if (wanted == null) {
            return;
        }
        long count = 0;
        for (JsonNode each : value) {
            count += check.accepts(wanted, each, depth) ? 1 : 0;
        }
        if (count < schema.path("minContains").asLong(1)) {
            check.fault(path, "contains");
        }
        if (count > schema.path("maxContains").asLong(Long.MAX_VALUE)) {
            check.fault(path, "maxContains");
        }
    }

    /** Numbers written in different ways are the same, so entries are compared in one spelling. */
    private static boolean isUnique(JsonNode value) {
        TreeSet<String> seen = new TreeSet<>();
        for (JsonNode each : value) {
            if (!seen.add(OneSpelling.of(each))) {
                return false;
            }
        }
        return true;
    }
}
