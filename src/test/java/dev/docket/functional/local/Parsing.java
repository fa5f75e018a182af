package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.local.LocalConfig;
import dev.docket.endpoint.local.LocalProcessor;
import dev.docket.endpoint.local.LocalWorkers;
import dev.docket.endpoint.local.ParseDocument;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Sends documents through the local processor as a job would. */
final class Parsing implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalWorkers workers;
    private final LocalProcessor processor;

    Parsing() {
        this(Map.of());
    }

    Parsing(Map<String, String> settings) {
        workers = new LocalWorkers(config(settings));
        processor = new LocalProcessor(workers, List.of(new ParseDocument(limits(settings))));
    }

    static LocalConfig config(Map<String, String> settings) {
        return read(settings).getConfigMapping(LocalConfig.class);
    }

    static DocumentLimits limits(Map<String, String> settings) {
        return read(settings).getConfigMapping(DocumentLimits.class);
    }

    private static SmallRyeConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LocalConfig.class)
                .withMapping(DocumentLimits.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build();
    }

    /** The text of a document that must be readable. */
    String text(String filename, String mime, byte[] bytes) {
        return body(request(filename, mime, bytes)).get("text").textValue();
    }

    List<String> pages(ObjectNode request) {
        List<String> pages = new ArrayList<>();
        body(request).get("pages").forEach(page -> pages.add(page.textValue()));
        return pages;
    }

    JsonNode body(ObjectNode request) {
        return body(bytes(request));
    }

    JsonNode body(byte[] request) {
        Answer answer = answer(request);
        assertThat(answer).isInstanceOf(Answer.Completed.class);
        Answer.Completed completed = (Answer.Completed) answer;
        assertThat(completed.statusCode()).isEqualTo(200);
        try {
            return JSON.readTree(completed.body().toBytes());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The error of a document that must be refused. */
    JobError error(String filename, String mime, byte[] bytes) {
        return error(bytes(request(filename, mime, bytes)));
    }

    JobError error(byte[] request) {
        Answer answer = answer(request);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).error();
    }

    Answer answer(byte[] request) {
        return start(request).answer().await().atMost(PATIENCE);
    }

    Work start(byte[] request) {
        Payload payload = Payload.of(request);
        Assignment assignment = new Assignment("org", JobId.fresh(), Endpoint.DOCUMENTS_PARSE, 0, 1, payload);
        return processor.start(assignment);
    }

    static ObjectNode request(String filename, String mime, byte[] bytes) {
        ObjectNode request = JSON.createObjectNode();
        request.putObject("document")
                .put("filename", filename)
                .put("url", "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(bytes));
        return request;
    }

    static byte[] bytes(ObjectNode request) {
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        workers.close();
    }
}
