package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What types a schema allows, and which values of them. */
final class ReadTypes {
    private ReadTypes() {}

    /** The types of a schema that names none, by its other keywords; text when it may be anything. */
    static Set<String> guess(MergedSchema merged) {
        Set<String> types = new TreeSet<>();
        if (!merged.properties.isEmpty() || merged.others != null) {
            types.add("object");
        }
        if (!merged.items.isEmpty() || merged.tuple) {
            types.add("array");
        }
        for (JsonNode choice : choices(merged)) {
            types.add(
                    switch (choice.getNodeType()) {
                        case NUMBER -> "number";
                        case BOOLEAN -> "boolean";
                        default -> "string";
                    });
        }
        return types.isEmpty() ? Set.of("string") : types;
    }

    static EnumSet<Wanted.Kind> scalars(Set<String> types) {
        EnumSet<Wanted.Kind> kinds = EnumSet.noneOf(Wanted.Kind.class);
        for (Wanted.Kind kind : Wanted.Kind.values()) {
            if (types.contains(kind.name().toLowerCase(java.util.Locale.ROOT))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** The values that are allowed, but null, which is asked for elsewhere. */
    static List<JsonNode> choices(MergedSchema merged) {
        List<JsonNode> choices = new ArrayList<>();
        if (merged.constant != null) {
            choices.add(merged.constant);
        } else if (merged.choices != null) {
            merged.choices.forEach(choices::add);
        }
        choices.removeIf(JsonNode::isNull);
        return List.copyOf(choices);
    }
}
