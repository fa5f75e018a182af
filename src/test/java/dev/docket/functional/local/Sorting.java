package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.LocalProcessor;
import dev.docket.endpoint.local.LocalWorkers;
import dev.docket.endpoint.local.classify.ClassifyDocument;
import dev.docket.endpoint.local.split.SplitDocument;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Sends documents with the names of what they may be through the local processor as a job would. */
final class Sorting implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final LocalWorkers workers = new LocalWorkers(Parsing.config(Map.of()));
    private final LocalProcessor processor = new LocalProcessor(workers, List.of(classify(), split()));

    static LocalCall classify() {
        return new ClassifyDocument(Parsing.limits(Map.of()));
    }

    static LocalCall split() {
        return new SplitDocument(Parsing.limits(Map.of()));
    }

    /** A request with names, each with its description behind a colon if it has one. */
    static ObjectNode request(String field, String filename, byte[] document, String... names) {
        ObjectNode request = JSON.createObjectNode().put("model", "retab-small");
        request.putObject("document")
                .put("filename", filename)
                .put("url", "data:;base64," + Base64.getEncoder().encodeToString(document));
        ArrayNode topics = request.putArray(field);
        for (String name : names) {
            String[] parts = name.split(": ", 2);
            topics.addObject().put("name", parts[0]).put("description", parts.length > 1 ? parts[1] : "");
        }
        return request;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The category that a text gets. */
    String category(String text, String... names) {
        return classified("a.txt", text(text), names)
                .at("/result/classification")
                .textValue();
    }

    JsonNode classified(String filename, byte[] document, String... names) {
        return body(Endpoint.DOCUMENTS_CLASSIFY, request("categories", filename, document, names));
    }

    JsonNode divided(String filename, byte[] document, String... names) {
        return body(Endpoint.DOCUMENTS_SPLIT, request("subdocuments", filename, document, names));
    }

    /** The parts of a document, each as its name and its pages: {@code invoice[1, 2]}. */
    List<String> parts(String filename, byte[] document, String... names) {
        return parts(divided(filename, document, names));
    }

    static List<String> parts(JsonNode body) {
        List<String> parts = new ArrayList<>();
        body.get("splits").forEach(split -> parts.add(split.get("name").textValue() + pages(split)));
        return parts;
    }

    static List<Integer> pages(JsonNode split) {
        List<Integer> pages = new ArrayList<>();
        split.get("pages").forEach(page -> pages.add(page.intValue()));
        return pages;
    }

    JsonNode body(Endpoint endpoint, ObjectNode request) {
        Answer answer = answer(endpoint, request);
        assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Completed.class);
        try {
            return JSON.readTree(((Answer.Completed) answer).body().toBytes());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    JobError error(Endpoint endpoint, ObjectNode request) {
        Answer answer = answer(endpoint, request);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).error();
    }

    private Answer answer(Endpoint endpoint, ObjectNode request) {
        Payload payload = Payload.of(request.toString().getBytes(StandardCharsets.UTF_8));
        Assignment assignment = new Assignment("org", JobId.fresh(), endpoint, 0, 1, payload);
        return processor.start(assignment).answer().await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        workers.close();
    }
}
