package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.local.label.Label;
import java.util.Set;

/**
 * A text read as a value that is asked for.
 *
 * @param weight how well it reads as one, from 0 to 1
 * @param implied what it says by itself about what it is
 */
record Fit(JsonNode value, double weight, Label implied) {
    static Fit of(JsonNode value, double weight, String... implied) {
        return new Fit(value, weight, implied.length == 0 ? Label.NONE : new Label(Set.of(implied)));
    }

    Fit times(double factor) {
        return new Fit(value, weight * factor, implied);
    }
}
