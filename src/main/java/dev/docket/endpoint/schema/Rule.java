package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The parts of a schema that one value must be valid by. */
public final class Rule {
    private final SchemaRoot root;
    private final List<JsonNode> parts;

    Rule(SchemaRoot root, List<JsonNode> parts) {
        this.root = root;
        this.parts = parts;
    }

    public boolean accepts(JsonNode value) {
        return parts.stream().allMatch(part -> CheckInstance.accepts(root, part, value));
    }

    /** The pattern that text must fit, or null. */
    public SafePattern pattern() {
        return parts.stream()
                .map(part -> part.get("pattern"))
                .filter(pattern -> pattern != null && pattern.isTextual())
                .map(pattern -> root.pattern(pattern.textValue()))
                .findFirst()
                .orElse(null);
    }

    /** The number that a keyword sets, null when none does. */
    public JsonNode bound(String keyword) {
        return parts.stream()
                .map(part -> part.get(keyword))
                .filter(bound -> bound != null && bound.isNumber())
                .findFirst()
                .orElse(null);
    }
}
