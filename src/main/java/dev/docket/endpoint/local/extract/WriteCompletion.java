package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.local.Credits;
import dev.docket.endpoint.local.LocalRequest;
import dev.docket.endpoint.local.PayloadWriter;
import dev.docket.job.Payload;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.StringTokenizer;

/** Writes a result in the form of a chat completion, which is what clients of extract read. */
final class WriteCompletion {
    /** Votes that are written at most: those of a work without chance are all the same. */
    private static final int MOST_VOTES = 8;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private WriteCompletion() {}

    static Payload write(LocalRequest request, ReadDocument read, Filled filled) throws IOException {
        String content = JSON.writeValueAsString(filled.value());
        int consensus = Math.max(1, request.fields().path("n_consensus").asInt(1));
        String given = request.text("extraction_id");
        String id = "extr_" + read.document().id().substring("file_".length());
        String model = request.text("model");
        PayloadWriter body = new PayloadWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("object", "chat.completion");
            json.writeNumberField("created", Instant.now().getEpochSecond());
            json.writeStringField("model", model == null ? "" : model);
            json.writeArrayFieldStart("choices");
            int choices = consensus == 1 ? 1 : 1 + Math.min(consensus, MOST_VOTES);
            for (int index = 0; index < choices; index++) {
                choice(json, index, content, filled.value());
            }
            json.writeEndArray();
            usage(json, read, content, model, consensus);
            json.writeStringField("extraction_id", given == null ? id : given);
            json.writeFieldName("likelihoods");
            JSON.writeTree(json, filled.likelihood());
            json.writeEndObject();
        }
        return body.payload();
    }

    private static void choice(JsonGenerator json, int index, String content, JsonNode parsed) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", index);
        json.writeObjectFieldStart("message");
        json.writeStringField("role", "assistant");
        json.writeStringField("content", content);
        json.writeFieldName("parsed");
        JSON.writeTree(json, parsed);
        json.writeEndObject();
        json.writeStringField("finish_reason", "stop");
        json.writeNullField("logprobs");
        json.writeNullField("key_mapping");
        json.writeEndObject();
    }

    /** No model is asked, so there are no tokens of one: words are counted in their place. */
    private static void usage(JsonGenerator json, ReadDocument read, String content, String model, int consensus)
            throws IOException {
        int in = new StringTokenizer(read.text()).countTokens();
        int out = new StringTokenizer(content, " \t\n{}[],:\"").countTokens();
        int pages = read.pages().size();
        json.writeObjectFieldStart("usage");
        json.writeNumberField("prompt_tokens", in);
        json.writeNumberField("completion_tokens", out);
        json.writeNumberField("total_tokens", in + out);
        json.writeNumberField("page_count", pages);
        json.writeNumberField("credits", Credits.of(model, pages).multiply(BigDecimal.valueOf(consensus)));
        json.writeEndObject();
    }
}
