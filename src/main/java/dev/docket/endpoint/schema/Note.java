package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a schema says about a value besides what it may be.
 *
 * @param title or null
 * @param description or null
 * @param examples values that it might have
 * @param preset the value that holds when none is given, or null
 */
public record Note(String title, String description, List<JsonNode> examples, JsonNode preset) {
    /** Says nothing. */
    public static final Note NONE = new Note(null, null, List.of(), null);

    /** What this note leaves open, as another one has it. */
    Note or(Note other) {
        return new Note(
                title == null ? other.title : title,
                description == null ? other.description : description,
                examples.isEmpty() ? other.examples : examples,
                preset == null ? other.preset : preset);
    }
}
