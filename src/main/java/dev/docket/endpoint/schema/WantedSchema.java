package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A schema that can be worked with.
 *
 * @param wanted what it wants
 * @param root the schema itself
 */
public record WantedSchema(Wanted wanted, SchemaRoot root) {
    /** What is wrong with a result; empty when it is valid. */
    public List<SchemaFault> check(JsonNode result) {
        return CheckInstance.check(root, result);
    }
}
