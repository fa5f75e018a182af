package dev.docket.endpoint.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.SentDocument;
import dev.docket.job.ErrorCode;
import java.util.List;

/**
 * What a local call needs of a request: its documents, which stay in its bytes until they are read, and the other
 * fields it asked for.
 *
 * @param one {@code document}, or null
 * @param several {@code documents}, empty when it is absent
 * @param fields the fields asked for that the request has, each as it was sent
 */
public record LocalRequest(SentDocument one, List<SentDocument> several, ObjectNode fields) {
    /** The document of a request that is to have one. */
    public SentDocument document() {
        return documents().get(0);
    }

    /** The documents of a request that is to have at least one. */
    public List<SentDocument> documents() {
        if (one == null && several.isEmpty()) {
            throw new DocumentRefused(ErrorCode.REQUEST_INVALID, "The request has no document.");
        }
        return one == null ? several : List.of(one);
    }

    /** The text of a field that was asked for, null when it is absent or no text. */
    public String text(String name) {
        JsonNode value = fields.get(name);
        return value == null ? null : value.textValue();
    }
}
