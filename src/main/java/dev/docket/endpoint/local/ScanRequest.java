package dev.docket.endpoint.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.docket.job.ErrorCode;
import dev.docket.job.Payload;
import java.io.IOException;

/**
 * Finds the few fields of a request without building a tree. The document's URL, which may be most of the request, is
 * only located: the parser skips a string it is not asked for.
 */
final class ScanRequest {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(1000).build())
            .build();

    private final Payload request;
    private String filename;
    private Payload url;
    private String model;
    private TableFormat tables = TableFormat.HTML;

    private ScanRequest(Payload request) {
        this.request = request;
    }

    static DocumentRequest scan(Payload request) throws IOException {
        ScanRequest scan = new ScanRequest(request);
        try (JsonParser parser = JSON.createParser(request.open())) {
            scan.object(parser);
        } catch (JsonProcessingException broken) {
            throw invalid("The request is not valid JSON.");
        }
        return new DocumentRequest(scan.filename, scan.url, scan.model, scan.tables);
    }

    private void object(JsonParser parser) throws IOException {
        expectObject(parser.nextToken(), "The request is not a JSON object.");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "document" -> document(parser, value);
                case "model" -> model = text(parser, value);
                case "table_parsing_format" -> tables = format(text(parser, value));
                default -> parser.skipChildren();
            }
        }
    }

    private void document(JsonParser parser, JsonToken start) throws IOException {
        expectObject(start, "request.document is not an object with filename and url.");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "filename" -> filename = text(parser, value);
                case "url" -> url = locate(parser, value);
                default -> parser.skipChildren();
            }
        }
    }

    private Payload locate(JsonParser parser, JsonToken value) {
        long quote = parser.currentTokenLocation().getByteOffset();
        if (value != JsonToken.VALUE_STRING || quote < 0) {
            throw invalid("request.document.url is not a string.");
        }
        return request.slice((int) quote + 1, request.length());
    }

    private static String text(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    private static TableFormat format(String wire) {
        return wire == null
                ? TableFormat.HTML
                : TableFormat.ofWire(wire)
                        .orElseThrow(() -> invalid("table_parsing_format is none of markdown, yaml, html, json."));
    }

    private static void expectObject(JsonToken token, String message) {
        if (token != JsonToken.START_OBJECT) {
            throw invalid(message);
        }
    }

    private static DocumentRefused invalid(String message) {
        return new DocumentRefused(ErrorCode.REQUEST_INVALID, message);
    }
}
