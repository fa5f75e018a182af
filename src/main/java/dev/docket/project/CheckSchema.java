package dev.docket.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.docket.endpoint.ParseJson;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.schema.ReadSchema;
import java.util.Optional;

/** Checks a schema when it is given to a project, and not first when something is extracted by it. */
public final class CheckSchema {
    /** Numbers are what an extraction will read them as: beyond those of the machine there is more than infinity. */
    private static final ParseJson JSON = ParseJson.ofValues(StreamReadConstraints.defaults());

    private CheckSchema() {}

    /**
     * What is wrong with a schema, in words; empty when it can be worked with.
     *
     * @param schema the text of a JSON object
     */
    public static Optional<String> fault(String schema) {
        try {
            ReadSchema.read(JSON.tree(schema));
            return Optional.empty();
        } catch (DocumentRefused refused) {
            return Optional.of(refused.getMessage());
        } catch (JsonProcessingException beyondLimits) {
            return Optional.of("names, numbers or nesting beyond what is read");
        }
    }
}
