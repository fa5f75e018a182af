package dev.docket.endpoint.local.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.value.Spelling;
import java.util.Locale;

/** A label that was seen, with what its values have in common. */
final class SeenProperty {
    private static final int LONGEST_LABEL = 60;

    private final String label;
    private final Label meaning;
    private ValueType type;
    private int documents;

    SeenProperty(String label, Label meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    void value(String text, Spelling spelling) {
        if (!text.isBlank()) {
            type = ValueType.of(meaning, text, spelling).with(type);
        }
    }

    /** Counts a document that has it. */
    void document() {
        documents++;
    }

    int documents() {
        return documents;
    }

    String label() {
        return label;
    }

    void describe(ObjectNode schema) {
        (type == null ? ValueType.TEXT : type).describe(schema);
        String title = label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
        schema.put("title", title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1));
        schema.put("description", "Labelled \"" + title.replace('"', '\'') + "\" in the document.");
    }
}
