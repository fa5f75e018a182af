package dev.docket.endpoint.local.classify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.ReadAnyDocument;
import dev.docket.endpoint.local.Credits;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.LocalRequest;
import dev.docket.endpoint.local.PayloadWriter;
import dev.docket.endpoint.local.ScanRequest;
import dev.docket.endpoint.local.topic.ReadTopics;
import dev.docket.endpoint.local.topic.Topics;
import dev.docket.job.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Answers {@code /v1/documents/classify}: which of the categories given a document belongs to, by rules. */
@Singleton
public class ClassifyDocument implements LocalCall {
    private static final JsonFactory JSON = new JsonFactory();
    private static final BigDecimal PER_PAGE = new BigDecimal("0.25");

    private final ReadAnyDocument reading;

    @Inject
    public ClassifyDocument(DocumentLimits limits) {
        reading = new ReadAnyDocument(limits);
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.DOCUMENTS_CLASSIFY;
    }

    @Override
    public Payload answer(Payload payload) throws IOException {
        LocalRequest request = ScanRequest.scan(payload, "categories", "model", "first_n_pages", "context");
        // Categories that cannot be worked with are told before the document is read.
        Topics topics = new Topics(ReadTopics.of(request.fields().get("categories"), "categories"), context(request));
        List<Page> pages = reading.read(request.document()).pages();
        List<Page> first = pages.subList(0, Math.min(firstPages(request), pages.size()));
        return write(request.text("model"), first.size(), topics, ChooseTopic.choose(topics, first));
    }

    private static String context(LocalRequest request) {
        return request.text("context");
    }

    private static int firstPages(LocalRequest request) {
        JsonNode sent = request.fields().get("first_n_pages");
        return sent == null || !sent.canConvertToInt() ? Integer.MAX_VALUE : Math.max(1, sent.intValue());
    }

    private static Payload write(String model, int pages, Topics topics, Choice choice) throws IOException {
        PayloadWriter body = new PayloadWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeObjectFieldStart("result");
            json.writeStringField("reasoning", choice.reasoning());
            json.writeStringField("classification", topics.name(choice.topic()));
            json.writeEndObject();
            json.writeNumberField("likelihood", choice.likelihood());
            json.writeObjectFieldStart("usage");
            json.writeNumberField("page_count", pages);
            json.writeNumberField("credits", Credits.of(model, pages).multiply(PER_PAGE));
            json.writeEndObject();
            json.writeEndObject();
        }
        return body.payload();
    }
}
