package dev.docket.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.Fault;
import java.util.List;

/** A yes or no in the body of a call; false when it is absent. */
final class BodyFlag {
    private BodyFlag() {}

    static boolean read(JsonNode object, String name, List<Fault> faults) {
        JsonNode node = object.path(name);
        if (!node.isMissingNode() && !node.isBoolean()) {
            faults.add(new Fault(name, "true or false", Shown.kind(node.asToken())));
        }
        return node.asBoolean();
    }
}
