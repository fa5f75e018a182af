package dev.docket.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** What the answer of an endpoint has to look like, by the files in {@code answers}. */
public final class AnswerShape {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ANSWERS = Path.of("src", "test", "resources", "answers");

    private AnswerShape() {}

    /** What is wrong with the body of an answer. */
    public static List<Error> faults(String endpoint, JsonNode body) {
        String file = endpoint.substring("/v1/".length()).replace('/', '-') + ".json";
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(ANSWERS.resolve(file).toFile()))
                    .validate(body);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
