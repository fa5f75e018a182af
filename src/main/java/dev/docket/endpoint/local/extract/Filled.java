package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/**
 * A part of a result.
 *
 * @param value null when it is to be left out
 * @param likelihood shaped like the value, with a number from 0 to 1 for each value without parts
 * @param sure the likelihoods of all that was found, added up
 * @param missing the paths of what the schema requires and the document lacks
 */
record Filled(JsonNode value, JsonNode likelihood, double sure, List<String> missing) {
    private static final JsonNode NONE = DoubleNode.valueOf(0);

    static Filled single(JsonNode value, double likelihood, double sure) {
        return new Filled(value, DoubleNode.valueOf(Math.round(likelihood * 100) / 100.0), sure, List.of());
    }

    /** Null in the place of what was not found. */
    static Filled nothing() {
        return new Filled(NullNode.instance, NONE, 0, List.of());
    }

    static Filled absent() {
        return new Filled(null, null, 0, List.of());
    }

    static Filled missing(String path) {
        return new Filled(null, null, 0, List.of(path));
    }

    boolean isComplete() {
        return missing.isEmpty();
    }
}
