package dev.docket.endpoint.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.document.Document;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.ReadAnyDocument;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.job.ErrorCode;
import dev.docket.job.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code /v1/documents/parse}: the text of a document, page by page. */
@Singleton
public class ParseDocument implements LocalCall {
    private static final JsonFactory JSON = new JsonFactory();

    private final ReadAnyDocument reading;
    private final long maxText;

    @Inject
    public ParseDocument(DocumentLimits limits) {
        reading = new ReadAnyDocument(limits);
        maxText = limits.maxText().asLongValue();
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.DOCUMENTS_PARSE;
    }

    @Override
    public Payload answer(Payload payload) throws IOException {
        LocalRequest request = ScanRequest.scan(payload, "model", "table_parsing_format");
        TableFormat tables = format(request.text("table_parsing_format"));
        ReadDocument read = reading.read(request.document());
        return write(read.document(), request.text("model"), rendered(read, TableRenderer.of(tables)));
    }

    private List<String> rendered(ReadDocument read, TableRenderer tables) {
        List<String> pages = new ArrayList<>();
        long characters = 0;
        for (Page page : read.pages()) {
            String text = RenderPage.render(page, tables);
            characters += text.length();
            if (characters > maxText) {
                throw DocumentRefused.tooLarge("characters of text", maxText);
            }
            pages.add(text);
        }
        return pages;
    }

    private static Payload write(Document document, String model, List<String> pages) throws IOException {
        PayloadWriter body = new PayloadWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeObjectFieldStart("document");
            json.writeStringField("id", document.id());
            json.writeStringField("filename", document.filename());
            json.writeStringField("mime_type", document.mimeType());
            json.writeEndObject();
            json.writeObjectFieldStart("usage");
            json.writeNumberField("page_count", pages.size());
            json.writeNumberField("credits", Credits.of(model, pages.size()));
            json.writeEndObject();
            json.writeFieldName("pages");
            json.writeArray(pages.toArray(String[]::new), 0, pages.size());
            json.writeStringField("text", String.join("\n\n", pages));
            json.writeEndObject();
        }
        return body.payload();
    }

    private static TableFormat format(String wire) {
        return wire == null
                ? TableFormat.HTML
                : TableFormat.ofWire(wire)
                        .orElseThrow(() -> new DocumentRefused(
                                ErrorCode.REQUEST_INVALID,
                                "table_parsing_format is none of markdown, yaml, html, json."));
    }
}
