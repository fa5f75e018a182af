package dev.docket.endpoint.model;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.schema.SchemaFault;
import dev.docket.endpoint.schema.WantedSchema;
import java.util.List;

/** Checks an answer against the schema as it was sent, once the nulls are gone that only the strict one asked for. */
final class FitAnswer {
    private FitAnswer() {}

    /** What is wrong with the answer, which may lose properties that are null and should not be there. */
    static List<String> faults(WantedSchema schema, JsonNode answer) {
        List<SchemaFault> faults = schema.check(answer);
        boolean changed = false;
        for (SchemaFault fault : faults) {
            changed |= isNull(answer, fault.path()) && remove(answer, fault.path());
        }
        if (changed) {
            faults = schema.check(answer);
        }
        return faults.stream()
                .map(fault -> (fault.path().isEmpty() ? "the whole" : fault.path()) + " is against the schema's "
                        + fault.keyword())
                .toList();
    }

    private static boolean isNull(JsonNode answer, String path) {
        return !path.isEmpty() && answer.at(JsonPointer.compile(path)).isNull();
    }

    private static boolean remove(JsonNode answer, String path) {
        JsonPointer pointer = JsonPointer.compile(path);
        JsonNode parent = answer.at(pointer.head());
        return parent instanceof ObjectNode object
                && object.remove(pointer.last().getMatchingProperty()) != null;
    }
}
