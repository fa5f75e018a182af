package dev.docket.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An object with one key too many somewhere. */
record Misspelt(String place, JsonNode body) {
    private static final String KEY = "misspelt";

    /** Whose keys are anybody's choice. */
    private static final Set<String> FREE =
            Set.of("labels", "matchLabels", "annotations", "requests", "limits", "selector");

    static Stream<Misspelt> variantsOf(JsonNode body) {
        List<String> places = new ArrayList<>();
        collect(body, "", places);
        return places.stream().map(place -> at(place, body));
    }

    private static void collect(JsonNode node, String place, List<String> places) {
        if (node instanceof ObjectNode object) {
            String key = place.substring(place.lastIndexOf('/') + 1);
            if (!FREE.contains(key)) {
                places.add(place);
            }
            object.properties()
                    .forEach(entry -> collect(entry.getValue(), place + "/" + escape(entry.getKey()), places));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), place + "/" + i, places);
            }
        }
    }

    private static Misspelt at(String place, JsonNode body) {
        JsonNode copy = body.deepCopy();
        ((ObjectNode) copy.at(place)).put(KEY, "x");
        return new Misspelt(place, copy);
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
