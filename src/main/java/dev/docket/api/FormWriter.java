package dev.docket.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.docket.endpoint.ParseJson;
import dev.docket.job.Payload;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Locale;

/** Writes the JSON request that a form stands for. Files go into it as base64 in pieces, and are never held twice. */
final class FormWriter {
    private static final ParseJson JSON = ParseJson.ofValues(StreamReadConstraints.defaults());

    private final SegmentedBuffer request;
    private String comma = "{";
    private boolean inDocuments;

    /** @param length of the form in bytes */
    FormWriter(int length) {
        request = new SegmentedBuffer(length + (long) length / 3);
    }

    /** A member that is a string. */
    void text(String name, String value) {
        member(name, Json.encode(value));
    }

    /** A member that is what its text says; text that is no JSON value stays text, for the model to refuse. */
    void value(String name, String text) {
        member(name, json(text));
    }

    /** A file: the document, or one of several that follow each other. */
    void document(boolean oneOfSeveral, String filename, String mime, InputStream content) throws IOException {
        if (oneOfSeveral && inDocuments) {
            append(",");
        } else {
            leaveDocuments();
            append(comma + (oneOfSeveral ? "\"documents\":[" : "\"document\":"));
        }
        inDocuments = oneOfSeveral;
        comma = ",";
        append("{\"filename\":" + Json.encode(filename) + ",\"url\":\"data:" + mime + ";base64,");
        try (OutputStream base64 = Base64.getEncoder().wrap(new Appending(request))) {
            content.transferTo(base64);
        }
        append("\"}");
    }

    Payload end() {
        leaveDocuments();
        append("}");
        return request.toPayload();
    }

    private void member(String name, String value) {
        leaveDocuments();
        append(comma + Json.encode(name) + ":" + value);
        comma = ",";
    }

    private void leaveDocuments() {
        if (inDocuments) {
            append("]");
        }
        inDocuments = false;
    }

    private void append(String text) {
        request.append(Buffer.buffer(text));
    }

    /** Python writes True and False. */
    private static String json(String text) {
        try {
            String spelled = text.equals("True") || text.equals("False") ? text.toLowerCase(Locale.ROOT) : text;
            return JSON.tree(spelled).isMissingNode() ? Json.encode(text) : spelled;
        } catch (JsonProcessingException noJson) {
            return Json.encode(text);
        }
    }

    /** Hands pieces on as they come. */
    private static final class Appending extends OutputStream {
        private final SegmentedBuffer out;

        Appending(SegmentedBuffer out) {
            this.out = out;
        }

        @Override
        public void write(int octet) {
            out.append(Buffer.buffer(new byte[] {(byte) octet}));
        }

        @Override
        public void write(byte[] source, int offset, int size) {
            byte[] piece = new byte[size];
            System.arraycopy(source, offset, piece, 0, size);
            out.append(Buffer.buffer(piece));
        }
    }
}
