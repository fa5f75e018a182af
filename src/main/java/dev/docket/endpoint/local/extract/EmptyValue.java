package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.docket.endpoint.schema.Wanted;
import java.util.stream.Stream;

/** The values that stand for nothing where null may not. */
final class EmptyValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EmptyValue() {}

    /** The first that the schema takes, null when it takes none. */
    static JsonNode of(Wanted.Scalar wanted) {
        return Stream.<JsonNode>of(JSON.textNode(""), JSON.numberNode(0), JSON.booleanNode(false))
                .filter(wanted.rule()::accepts)
                .findFirst()
                .orElse(null);
    }
}
