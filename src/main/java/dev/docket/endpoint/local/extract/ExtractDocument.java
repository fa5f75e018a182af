package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.ReadAnyDocument;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.SentDocument;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.LocalRequest;
import dev.docket.endpoint.local.ScanRequest;
import dev.docket.endpoint.schema.ReadSchema;
import dev.docket.endpoint.schema.WantedSchema;
import dev.docket.job.ErrorCode;
import dev.docket.job.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers {@code /v1/documents/extract}: fills a JSON Schema from a document, by rules. */
@Singleton
public class ExtractDocument implements LocalCall {
    private static final int MOST_LISTED = 50;

    private final ReadAnyDocument reading;
    private final ExtractConfig config;
    private final int maxPages;

    @Inject
    public ExtractDocument(DocumentLimits limits, ExtractConfig config) {
        reading = new ReadAnyDocument(limits);
        this.config = config;
        maxPages = limits.maxPages();
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.DOCUMENTS_EXTRACT;
    }

    @Override
    public Payload answer(Payload payload) throws IOException {
        LocalRequest request =
                ScanRequest.scan(payload, "json_schema", "model", "n_consensus", "chunking_keys", "extraction_id");
        JsonNode sent = request.fields().get("json_schema");
        if (sent == null) {
            throw new DocumentRefused(ErrorCode.REQUEST_INVALID, "The request has no json_schema.");
        }
        // A schema that cannot be worked with is told before the document is read.
        WantedSchema schema = ReadSchema.read(sent);
        ReadDocument read = read(request.documents());
        Filled filled = new Extraction(schema, keys(request), config.missing()).extract(read);
        refuseIncomplete(filled);
        return WriteCompletion.write(request, read, filled);
    }

    /** Several documents are read as one: their pages follow each other. */
    private ReadDocument read(List<SentDocument> documents) throws IOException {
        ReadDocument first = reading.read(documents.get(0));
        List<Page> pages = new ArrayList<>(first.pages());
        for (SentDocument further : documents.subList(1, documents.size())) {
            pages.addAll(reading.read(further).pages());
            if (pages.size() > maxPages) {
                throw DocumentRefused.tooLarge("pages", maxPages);
            }
        }
        return new ReadDocument(first.document(), first.type(), List.copyOf(pages));
    }

    private static void refuseIncomplete(Filled filled) {
        List<String> missing = filled.missing();
        if (!missing.isEmpty()) {
            List<String> listed = missing.subList(0, Math.min(MOST_LISTED, missing.size()));
            throw new DocumentRefused(
                    ErrorCode.EXTRACTION_INCOMPLETE,
                    "The schema requires values that were not found in the document: " + String.join(", ", listed)
                            + ". Make them optional or let them be null.",
                    Map.of("missing", listed, "missing_count", missing.size()));
        }
    }

    private static Map<String, String> keys(LocalRequest request) {
        Map<String, String> keys = new HashMap<>();
        JsonNode sent = request.fields().path("chunking_keys");
        sent.fields()
                .forEachRemaining(
                        each -> keys.put(each.getKey(), each.getValue().asText()));
        return keys;
    }
}
