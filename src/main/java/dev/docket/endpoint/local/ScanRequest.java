package dev.docket.endpoint.local;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.ParseJson;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.SentDocument;
import dev.docket.job.ErrorCode;
import dev.docket.job.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the few fields of a request that a call needs. A document's URL, which may be most of the request, is only
 * located: the parser skips a string it is not asked for.
 */
public final class ScanRequest {
    private static final int MOST_TOKENS = 500_000;
    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final int MOST_DOCUMENTS = 1000;

    private static final ParseJson JSON = ParseJson.ofValues(StreamReadConstraints.builder()
            .maxNestingDepth(1000)
            .maxTokenCount(MOST_TOKENS)
            .maxStringLength(LONGEST_TEXT)
            .build());

    private final Payload request;
    private final Set<String> wanted;
    private final List<SentDocument> several = new ArrayList<>();
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
    private SentDocument one;

    private ScanRequest(Payload request, Set<String> wanted) {
        this.request = request;
        this.wanted = wanted;
    }

    /** Finds the documents, and the fields of the names given. All else is passed over. */
    public static LocalRequest scan(Payload request, String... wanted) throws IOException {
        ScanRequest scan = new ScanRequest(request, Set.of(wanted));
        try (JsonParser parser = JSON.open(request.open())) {
            scan.object(parser);
        } catch (StreamConstraintsException tooLarge) {
            throw invalid("The request has too many values beside its documents, or too long ones.");
        } catch (ParseJson.NumberBeyond number) {
            throw invalid("The request has a number whose exponent is too large.");
        } catch (JsonProcessingException broken) {
            throw invalid("The request is not valid JSON.");
        }
        return new LocalRequest(scan.one, List.copyOf(scan.several), scan.fields);
    }

    private void object(JsonParser parser) throws IOException {
        expectObject(parser.nextToken(), "The request is not a JSON object.");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("document")) {
                one = value == JsonToken.VALUE_NULL ? null : document(parser, value, "request.document");
            } else if (name.equals("documents")) {
                documents(parser, value);
            } else if (wanted.contains(name)) {
                fields.set(name, JSON.value(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void documents(JsonParser parser, JsonToken start) throws IOException {
        if (start == JsonToken.VALUE_NULL) {
            return;
        }
        if (start != JsonToken.START_ARRAY) {
            throw invalid("request.documents is not an array.");
        }
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            several.add(document(parser, next, "request.documents[" + several.size() + "]"));
            if (several.size() > MOST_DOCUMENTS) {
                throw invalid("The request has more than " + MOST_DOCUMENTS + " documents.");
            }
        }
    }

    private SentDocument document(JsonParser parser, JsonToken start, String path) throws IOException {
        expectObject(start, path + " is not an object with filename and url.");
        String filename = null;
        Payload url = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "filename" -> filename = text(parser, value);
                case "url" -> url = locate(parser, value, path);
                default -> parser.skipChildren();
            }
        }
        return new SentDocument(filename, url);
    }

    private Payload locate(JsonParser parser, JsonToken value, String path) {
        long quote = parser.currentTokenLocation().getByteOffset();
        if (value != JsonToken.VALUE_STRING || quote < 0) {
            throw invalid(path + ".url is not a string.");
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

    private static void expectObject(JsonToken token, String message) {
        if (token != JsonToken.START_OBJECT) {
            throw invalid(message);
        }
    }

    private static DocumentRefused invalid(String message) {
        return new DocumentRefused(ErrorCode.REQUEST_INVALID, message);
    }
}
