package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads single keywords of a schema and refuses those of another form than they must have. */
final class ReadKeywords {
    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");

    private ReadKeywords() {}

    static void requireObject(JsonNode schema, String path) {
        if (!schema.isObject()) {
            throw SchemaInvalid.at(path, "is neither an object nor true or false.");
        }
    }

    static Note note(JsonNode schema) {
        List<JsonNode> examples = new ArrayList<>();
        if (schema.path("examples").isArray()) {
            schema.get("examples").forEach(examples::add);
        } else if (schema.has("example")) {
            examples.add(schema.get("example"));
        }
        return new Note(
                schema.path("title").textValue(),
                schema.path("description").textValue(),
                examples,
                schema.get("default"));
    }

    /** The types that this schema and what is known so far both allow; null when all are. */
    static Set<String> types(JsonNode schema, String path, Set<String> sofar) {
        JsonNode type = schema.get("type");
        if (type == null) {
            return sofar;
        }
        Set<String> types = new TreeSet<>();
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asText()));
        } else {
            types.add(type.asText());
        }
        if (!TYPES.containsAll(types)) {
            throw SchemaInvalid.at(path + "/type", "names a type that does not exist.");
        }
        if (types.contains("number")) {
            types.add("integer");
        }
        if (sofar != null) {
            types.retainAll(sofar);
        }
        return types;
    }

    static List<Map.Entry<String, JsonNode>> properties(JsonNode schema, String path) {
        JsonNode properties = schema.get("properties");
        if (properties == null) {
            return List.of();
        }
        if (!properties.isObject()) {
            throw SchemaInvalid.at(path + "/properties", "is not an object.");
        }
        List<Map.Entry<String, JsonNode>> all = new ArrayList<>();
        properties.fields().forEachRemaining(all::add);
        return all;
    }

    static List<String> names(JsonNode schema, String keyword, String path) {
        JsonNode names = schema.get(keyword);
        // In draft 3 and in some generators' schemas it is a flag at the property, which says nothing here.
        if (names == null || names.isBoolean()) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (JsonNode name : names) {
            if (!name.isTextual()) {
                throw SchemaInvalid.at(path + "/" + keyword, "is not an array of strings.");
            }
            all.add(name.textValue());
        }
        return all;
    }

    /** The schemas of a list, an empty node when the keyword is absent. */
    static JsonNode schemas(JsonNode schema, String keyword, String path) {
        JsonNode list = schema.get(keyword);
        if (list == null) {
            return MissingNode.getInstance();
        }
        if (!list.isArray() || list.isEmpty()) {
            throw SchemaInvalid.at(path + "/" + keyword, "is not an array of schemas.");
        }
        return list;
    }

    static void requirePattern(SchemaRoot root, JsonNode schema, String path) {
        JsonNode pattern = schema.get("pattern");
        if (pattern != null && (!pattern.isTextual() || root.pattern(pattern.textValue()) == null)) {
            throw SchemaInvalid.at(path + "/pattern", "is no regular expression that can be used.");
        }
    }
}
