package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Writes equal values alike: properties by their names, numbers by their value. */
final class OneSpelling {
    private OneSpelling() {}

    static String of(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isNumber()) {
            var number = value.decimalValue();
            text.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
        } else if (value.isArray()) {
            text.append('[');
            for (JsonNode each : value) {
                write(each, text);
                text.append(',');
            }
            text.append(']');
        } else if (value.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            for (Iterator<Map.Entry<String, JsonNode>> at = value.fields(); at.hasNext(); ) {
                Map.Entry<String, JsonNode> property = at.next();
                sorted.put(property.getKey(), property.getValue());
            }
            text.append('{');
            sorted.forEach((name, each) -> {
                text.append(name.length()).append(':').append(name);
                write(each, text);
            });
            text.append('}');
        } else {
            text.append(value);
        }
    }
}
