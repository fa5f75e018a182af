package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.LocalConfig;
import dev.docket.endpoint.local.LocalProcessor;
import dev.docket.endpoint.local.LocalWorkers;
import dev.docket.endpoint.local.extract.ExtractConfig;
import dev.docket.endpoint.local.extract.ExtractDocument;
import dev.docket.endpoint.local.generate.GenerateSchema;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Sends documents with schemas through the local processor as a job would. JSON is written with single quotes. */
final class Extracting implements AutoCloseable {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final LocalWorkers workers;
    private final LocalProcessor processor;

    Extracting() {
        this(Map.of());
    }

    Extracting(Map<String, String> settings) {
        workers = new LocalWorkers(config(settings).getConfigMapping(LocalConfig.class));
        processor = new LocalProcessor(workers, List.of(extract(settings), generate(settings)));
    }

    static LocalCall extract(Map<String, String> settings) {
        SmallRyeConfig config = config(settings);
        return new ExtractDocument(
                config.getConfigMapping(DocumentLimits.class), config.getConfigMapping(ExtractConfig.class));
    }

    static LocalCall generate(Map<String, String> settings) {
        return new GenerateSchema(config(settings).getConfigMapping(DocumentLimits.class));
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LocalConfig.class)
                .withMapping(DocumentLimits.class)
                .withMapping(ExtractConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build();
    }

    /** The result for a document that has what the schema requires; it is valid by another validator too. */
    JsonNode result(String filename, byte[] document, String schema) {
        JsonNode result = body(request(filename, document, schema)).at("/choices/0/message/parsed");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(json(schema))
                        .validate(result))
                .isEmpty();
        return result;
    }

    JsonNode result(String text, String schema) {
        return result("a.txt", text.getBytes(StandardCharsets.UTF_8), schema);
    }

    /** The value of the only property of a schema, found in a text. */
    JsonNode value(String text, String name, String property) {
        return result(text, "{'type':'object','properties':{'" + name + "':" + property + "}}")
                .path(name);
    }

    JsonNode body(ObjectNode request) {
        return body(Endpoint.DOCUMENTS_EXTRACT, request);
    }

    JsonNode body(Endpoint endpoint, ObjectNode request) {
        Answer answer = answer(endpoint, request);
        assertThat(answer).isInstanceOf(Answer.Completed.class);
        try {
            return JSON.readTree(((Answer.Completed) answer).body().toBytes());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    JobError error(ObjectNode request) {
        Answer answer = answer(Endpoint.DOCUMENTS_EXTRACT, request);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).error();
    }

    private Answer answer(Endpoint endpoint, ObjectNode request) {
        return start(endpoint, request).answer().await().atMost(PATIENCE);
    }

    Work start(ObjectNode request) {
        return start(Endpoint.DOCUMENTS_EXTRACT, request);
    }

    private Work start(Endpoint endpoint, ObjectNode request) {
        Payload payload = Payload.of(request.toString().getBytes(StandardCharsets.UTF_8));
        Assignment assignment = new Assignment("org", JobId.fresh(), endpoint, 0, 1, payload);
        return processor.start(assignment);
    }

    static ObjectNode request(String filename, byte[] document, String schema) {
        ObjectNode request = JSON.createObjectNode().put("model", "retab-small");
        request.set("document", document(filename, document));
        request.set("json_schema", json(schema));
        return request;
    }

    static ObjectNode document(String filename, byte[] document) {
        return JSON.createObjectNode()
                .put("filename", filename)
                .put("url", "data:;base64," + Base64.getEncoder().encodeToString(document));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
