package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;

/** The keywords that look into objects. */
final class CheckObject {
    private CheckObject() {}

    static void check(CheckInstance check, JsonNode schema, JsonNode value, String path, int depth) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                check.fault(path + "/" + escaped(name.asText()), "required");
            }
        }
        if (value.size() < schema.path("minProperties").asLong(0)) {
            check.fault(path, "minProperties");
        }
        if (value.size() > schema.path("maxProperties").asLong(Long.MAX_VALUE)) {
            check.fault(path, "maxProperties");
        }
        for (Iterator<Map.Entry<String, JsonNode>> at = value.fields(); at.hasNext(); ) {
            Map.Entry<String, JsonNode> property = at.next();
            property(check, schema, property, path + "/" + escaped(property.getKey()), depth);
        }
        dependencies(check, schema, value, path, depth);
    }

    private static void property(
            CheckInstance check, JsonNode schema, Map.Entry<String, JsonNode> property, String path, int depth) {
        String name = property.getKey();
        boolean known = false;
        JsonNode own = schema.path("properties").get(name);
        if (own != null) {
            known = true;
            check.check(own, property.getValue(), path, depth + 1);
        }
        for (Iterator<Map.Entry<String, JsonNode>> at =
                        schema.path("patternProperties").fields();
                at.hasNext(); ) {
            Map.Entry<String, JsonNode> each = at.next();
            SafePattern pattern = check.root().pattern(each.getKey());
            if (pattern != null && pattern.fits(name)) {
                known = true;
                check.check(each.getValue(), property.getValue(), path, depth + 1);
            }
        }
        JsonNode additional = schema.get("additionalProperties");
        if (!known && additional != null) {
            check.check(additional, property.getValue(), path, depth + 1);
        }
        JsonNode names = schema.get("propertyNames");
        if (names != null && !check.accepts(names, TextNode.valueOf(name), depth)) {
            check.fault(path, "propertyNames");
        }
    }

    /** What must be there if something else is; the older keyword holds either a list or a schema. */
    private static void dependencies(CheckInstance check, JsonNode schema, JsonNode value, String path, int depth) {
        for (String keyword : new String[] {"dependentRequired", "dependentSchemas", "dependencies"}) {
            for (Iterator<Map.Entry<String, JsonNode>> at = schema.path(keyword).fields(); at.hasNext(); ) {
                Map.Entry<String, JsonNode> each = at.next();
                if (!value.has(each.getKey())) {
                    continue;
                }
                if (!each.getValue().isArray()) {
                    check.check(each.getValue(), value, path, depth + 1);
                    continue;
                }
                for (JsonNode name : each.getValue()) {
                    if (!value.has(name.asText())) {
                        check.fault(path + "/" + escaped(name.asText()), keyword);
                    }
                }
            }
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
