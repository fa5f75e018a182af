package dev.docket.endpoint.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites a schema into the part of JSON Schema that services can hold a model to: every property required, none
 * besides, and what may be left out null instead. Keywords that only narrow are dropped; the answer is checked against
 * the schema as it was sent. A schema that would mean something else then is not rewritten.
 */
final class StrictSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 100;

    private static final Set<String> KEPT = Set.of("description", "title", "enum");

    /** What cannot be said in that part, and widens or decides what a value may be. */
    private static final Set<String> BEYOND = Set.of(
            "allOf", "oneOf", "not", "if", "patternProperties", "prefixItems", "dependentSchemas", "$dynamicRef");

    private boolean expressible = true;

    private StrictSchema() {}

    /** The rewritten schema; empty when it cannot be one. */
    static Optional<JsonNode> of(JsonNode schema) {
        StrictSchema strict = new StrictSchema();
        JsonNode rewritten = strict.rewrite(schema, 0);
        boolean object = "object".equals(rewritten.path("type").textValue());
        return strict.expressible && object ? Optional.of(rewritten) : Optional.empty();
    }

    private JsonNode rewrite(JsonNode schema, int depth) {
        if (!schema.isObject() || depth > DEEPEST || BEYOND.stream().anyMatch(schema::has)) {
            return beyond();
        }
        ObjectNode out = JSON.objectNode();
        if (schema.has("$ref")) {
            // Nothing may stand beside a reference.
            out.set("$ref", schema.get("$ref"));
        } else if (schema.has("anyOf")) {
            kept(schema, out);
            ArrayNode alternatives = out.putArray("anyOf");
            schema.get("anyOf").forEach(each -> alternatives.add(rewrite(each, depth + 1)));
            expressible &= !schema.has("properties") && !schema.has("items");
        } else {
            typed(schema, out, depth);
        }
        for (String definitions : new String[] {"$defs", "definitions"}) {
            if (schema.path(definitions).isObject()) {
                ObjectNode defs = out.putObject(definitions);
                schema.get(definitions)
                        .properties()
                        .forEach(each -> defs.set(each.getKey(), rewrite(each.getValue(), depth + 1)));
            }
        }
        return out;
    }

    private void typed(JsonNode schema, ObjectNode out, int depth) {
        kept(schema, out);
        if (schema.has("const")) {
            out.putArray("enum").add(schema.get("const"));
        }
        if (!schema.has("type")) {
            if (!out.has("enum")) {
                beyond();
            }
            return;
        }
        out.set("type", schema.get("type"));
        if (has(schema.get("type"), "object")) {
            properties(schema, out, depth);
        }
        if (has(schema.get("type"), "array")) {
            if (!schema.path("items").isObject()) {
                beyond();
            }
            out.set("items", rewrite(schema.path("items"), depth + 1));
        }
    }

    /** An object of no named properties takes any, which is more than can be said. */
    private void properties(JsonNode schema, ObjectNode out, int depth) {
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        if (properties.isEmpty() || others.isObject()) {
            beyond();
        }
        ObjectNode rewritten = out.putObject("properties");
        ArrayNode required = out.putArray("required");
        for (var property : properties.properties()) {
            JsonNode value = rewrite(property.getValue(), depth + 1);
            boolean dispensable = true;
            for (JsonNode name : schema.path("required")) {
                dispensable &= !property.getKey().equals(name.textValue());
            }
            rewritten.set(property.getKey(), dispensable ? orNull(value) : value);
            required.add(property.getKey());
        }
        out.put("additionalProperties", false);
    }

    private static JsonNode orNull(JsonNode schema) {
        JsonNode type = schema.get("type");
        if (type == null || schema.has("enum")) {
            ObjectNode either = JSON.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return has(type, "null") ? schema : either;
        }
        if (!has(type, "null")) {
            ArrayNode types = JSON.arrayNode();
            if (type.isArray()) {
                types.addAll((ArrayNode) type);
            } else {
                types.add(type);
            }
            ((ObjectNode) schema).set("type", types.add("null"));
        }
        return schema;
    }

    private static void kept(JsonNode schema, ObjectNode out) {
        KEPT.stream().sorted().filter(schema::has).forEach(keyword -> out.set(keyword, schema.get(keyword)));
    }

    private static boolean has(JsonNode type, String name) {
        if (type == null) {
            return false;
        }
        for (JsonNode each : type) {
            if (name.equals(each.textValue())) {
                return true;
            }
        }
        return name.equals(type.textValue());
    }

    private JsonNode beyond() {
        expressible = false;
        return JSON.objectNode();
    }
}
