package dev.docket.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what the model of a template's fields cannot say: that they lie on the page and each have their own key. */
final class TemplateFields {
    private static final int LONGEST_KEY = 300;
    private static final int LONGEST_DESCRIPTION = 2000;
    /** Edges are often rounded. */
    private static final double OVER = 1.001;

    private TemplateFields() {}

    static void check(JsonNode fields, int most, List<Fault> faults) {
        if (fields.size() > most) {
            faults.add(new Fault("body.form_fields", "at most " + most + " fields", fields.size() + " fields"));
            return;
        }
        Set<String> keys = new HashSet<>();
        for (int at = 0; at < fields.size(); at++) {
            String path = "body.form_fields[" + at + "]";
            JsonNode field = fields.get(at);
            text(field.path("key").asText(), path + ".key", 1, LONGEST_KEY, faults);
            text(field.path("description").asText(), path + ".description", 0, LONGEST_DESCRIPTION, faults);
            if (!keys.add(field.path("key").asText())) {
                faults.add(new Fault(path + ".key", "a key of its own", "that of another field"));
            }
            box(field.path("bbox"), path + ".bbox", faults);
        }
    }

    private static void box(JsonNode box, String path, List<Fault> faults) {
        double width = box.path("width").asDouble();
        double height = box.path("height").asDouble();
        boolean inside =
                box.path("left").asDouble() + width <= OVER && box.path("top").asDouble() + height <= OVER;
        if (width <= 0 || height <= 0 || !inside) {
            String got = "left %s, top %s, width %s, height %s"
                    .formatted(box.path("left"), box.path("top"), box.path("width"), box.path("height"));
            faults.add(new Fault(path, "a box of some size that lies on the page", got));
        }
    }

    private static void text(String text, String path, int shortest, int longest, List<Fault> faults) {
        boolean good = text.length() >= shortest
                && text.length() <= longest
                && text.indexOf('\0') < 0
                && !Shown.hasLoneSurrogate(text);
        if (!good) {
            String expected = "a string of " + shortest + " to " + longest + " characters, without NUL";
            faults.add(new Fault(path, expected, Shown.text(text)));
        }
    }
}
