package dev.docket.functional.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.model.ModelConfig;
import dev.docket.endpoint.model.ModelProcessors;
import dev.docket.functional.upstream.Exchange;
import dev.docket.functional.upstream.RecordingUpstream;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The model processor with settings of the test's own, without the rest of the service. JSON is in single quotes. */
final class Asking implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String KEY = "sk_model_secret";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ModelProcessors processors;

    private Asking(Map<String, String> settings) {
        SmallRyeConfig config = config(settings);
        processors = new ModelProcessors(
                config.getConfigMapping(ModelConfig.class),
                config.getConfigMapping(DocumentLimits.class),
                vertx,
                registry);
    }

    /** Settings are keys under {@code docket.model.} and their values, one after the other. */
    static Asking of(RecordingUpstream model, String... settings) {
        return at(model.url() + "/v1", settings);
    }

    static Asking at(String url, String... settings) {
        Map<String, String> all = new HashMap<>();
        all.put("docket.model.base-url", url);
        all.put("docket.model.small", "tiny-1");
        all.put("docket.model.api-key", KEY);
        all.put("docket.model.retries", "0");
        all.put("docket.local.ocr.engine", "none");
        for (int i = 0; i < settings.length; i += 2) {
            all.put("docket.model." + settings[i], settings[i + 1]);
        }
        return new Asking(all);
    }

    static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(ModelConfig.class)
                .withMapping(DocumentLimits.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    ModelProcessors processors() {
        return processors;
    }

    SimpleMeterRegistry meters() {
        return registry;
    }

    Work start(Endpoint endpoint, ObjectNode request) {
        Payload payload = Payload.of(request.toString().getBytes(StandardCharsets.UTF_8));
        return processors.member("").start(new Assignment("org", JobId.fresh(), endpoint, 0, 1, payload));
    }

    Answer answer(Endpoint endpoint, ObjectNode request) {
        Work work = start(endpoint, request);
        Answer answer = work.answer().await().atMost(PATIENCE);
        work.stopped().await().atMost(PATIENCE);
        return answer;
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

    JsonNode extract(ObjectNode request) {
        return body(Endpoint.DOCUMENTS_EXTRACT, request);
    }

    JobError failed(ObjectNode request) {
        Answer answer = answer(Endpoint.DOCUMENTS_EXTRACT, request);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).error();
    }

    Answer.FailedForNow failedForNow(ObjectNode request) {
        Answer answer = answer(Endpoint.DOCUMENTS_EXTRACT, request);
        assertThat(answer).isInstanceOf(Answer.FailedForNow.class);
        return (Answer.FailedForNow) answer;
    }

    static void awaitStopped(Work work) {
        work.stopped().await().atMost(PATIENCE);
    }

    static ObjectNode extraction(String schema) {
        ObjectNode request = textRequest();
        request.set("json_schema", json(schema));
        return request;
    }

    static ObjectNode textRequest() {
        ObjectNode request = JSON.createObjectNode().put("model", "retab-small");
        request.set("document", text("Invoice 12\nTotal: 34.50"));
        return request;
    }

    static ObjectNode text(String text) {
        return document("a.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode document(String filename, String type, byte[] bytes) {
        return JSON.createObjectNode()
                .put("filename", filename)
                .put("url", "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }

    /** What the model was asked. */
    static JsonNode asked(Exchange exchange) {
        try {
            return JSON.readTree(exchange.body());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        processors.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
