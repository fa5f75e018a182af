package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All parts of a schema that hold for one value, put together: its own keywords, what it refers to, all of allOf. */
final class MergedSchema {
    /** The alternatives of an anyOf or oneOf, and where they stand. */
    record Choice(JsonNode alternatives, String path) {}

    /** A schema and where it stands. */
    record Part(JsonNode schema, String path) {}

    private static final List<String> SHAPING = List.of(
            "type",
            "properties",
            "$ref",
            "items",
            "prefixItems",
            "enum",
            "const",
            "allOf",
            "anyOf",
            "oneOf",
            "additionalProperties");

    private final SchemaRoot root;
    private final Set<String> decided;
    private final Set<String> following = new HashSet<>();
    final List<JsonNode> parts = new ArrayList<>();
    final Set<String> followed = new LinkedHashSet<>();
    final Map<String, List<Part>> properties = new LinkedHashMap<>();
    final Set<String> required = new HashSet<>();
    final List<Part> items = new ArrayList<>();
    Set<String> types;
    JsonNode choices;
    JsonNode constant;
    String format;
    Part others;
    boolean tuple;
    Choice choice;
    Note note = Note.NONE;

    /** @param decided the choices of which one alternative is added as a part of its own */
    MergedSchema(SchemaRoot root, Set<String> decided) {
        this.root = root;
        this.decided = decided;
    }

    void add(JsonNode schema, String path) {
        if (schema.isBoolean()) {
            parts.add(schema);
            return;
        }
        ReadKeywords.requireObject(schema, path);
        parts.add(schema);
        note = note.or(ReadKeywords.note(schema));
        types = ReadKeywords.types(schema, path, types);
        choices = choices == null && schema.path("enum").isArray() ? schema.get("enum") : choices;
        constant = constant == null ? schema.get("const") : constant;
        format = format == null ? schema.path("format").textValue() : format;
        ReadKeywords.requirePattern(root, schema, path);
        addObject(schema, path);
        addArray(schema, path);
        addCombined(schema, path);
    }

    private void addObject(JsonNode schema, String path) {
        ReadKeywords.properties(schema, path)
                .forEach(property -> properties
                        .computeIfAbsent(property.getKey(), none -> new ArrayList<>())
                        .add(new Part(property.getValue(), path + "/properties/" + property.getKey())));
        required.addAll(ReadKeywords.names(schema, "required", path));
        JsonNode additional = schema.get("additionalProperties");
        if (others == null && additional != null) {
            others = new Part(additional, path + "/additionalProperties");
        }
    }

    private void addArray(JsonNode schema, String path) {
        JsonNode each = schema.get("items");
        tuple |= schema.path("prefixItems").isArray() || each != null && each.isArray();
        if (each != null && !each.isArray()) {
            items.add(new Part(each, path + "/items"));
        }
    }

    private void addCombined(JsonNode schema, String path) {
        JsonNode reference = schema.get("$ref");
        if (reference != null) {
            follow(reference, path);
        }
        int at = 0;
        for (JsonNode each : ReadKeywords.schemas(schema, "allOf", path)) {
            add(each, path + "/allOf/" + at++);
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            JsonNode alternatives = ReadKeywords.schemas(schema, keyword, path);
            String place = path + "/" + keyword;
            if (choice == null && !decided.contains(place) && isShaping(alternatives)) {
                choice = new Choice(alternatives, place);
            }
        }
    }

    /** Alternatives that only demand something of what is described elsewhere are no choice between things. */
    private static boolean isShaping(JsonNode alternatives) {
        for (JsonNode alternative : alternatives) {
            if (SHAPING.stream().anyMatch(alternative::has)) {
                return true;
            }
        }
        return false;
    }

    private void follow(JsonNode reference, String path) {
        if (!reference.isTextual()) {
            throw SchemaInvalid.at(path + "/$ref", "is not a string.");
        }
        String name = reference.textValue();
        JsonNode target = root.resolve(name);
        if (target == null) {
            throw SchemaInvalid.at(
                    path + "/$ref", "refers to something that is not in it. Only local references work.");
        }
        if (!following.add(name)) {
            throw SchemaInvalid.at(path + "/$ref", "refers to itself without end.");
        }
        if (followed.add(name)) {
            add(target, name);
        }
        following.remove(name);
    }
}
