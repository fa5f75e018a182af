package dev.docket.api;

import dev.docket.job.Payload;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Turns a multipart form into the JSON request that it stands for: files into documents with data URLs, fields into
 * values. What its values are worth is for the request's model to say.
 *
 * @param project the project in the address
 * @param iteration the iteration in the address, or null
 */
record FormRequest(String project, String iteration) {
    private static final int MOST_PARTS = 1100;

    private static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setMaxLineLen(8 * 1024)
            .setMaxHeaderLen(16 * 1024)
            .setMaxHeaderCount(20)
            .build();

    /** Reads a form; one that is none is refused with a 415, one that is broken with a 400. */
    Payload read(String contentType, Payload body) {
        if (contentType == null || !contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new ProblemException(
                    new Problem(415, "unsupported_media_type", "The body has to be multipart/form-data."));
        }
        try {
            FormWriter json = new FormWriter(body.length());
            json.text("project_id", project);
            if (iteration != null) {
                json.text("iteration_id", iteration);
            }
            parts(contentType, body, json);
            return json.end();
        } catch (MimeException | IOException broken) {
            throw malformed();
        }
    }

    private static void parts(String contentType, Payload body, FormWriter json) throws MimeException, IOException {
        MimeTokenStream parts = new MimeTokenStream(LIMITS);
        parts.setRecursionMode(RecursionMode.M_NO_RECURSE);
        parts.parseHeadless(body.open(), contentType);
        FormPart part = new FormPart();
        int count = 0;
        boolean ended = false;
        EntityState state = parts.getState();
        while (state != EntityState.T_END_OF_STREAM) {
            switch (state) {
                case T_START_HEADER -> part = new FormPart();
                case T_FIELD -> part.header(parts.getField());
                case T_BODY -> part.write(parts.getInputStream(), json);
                case T_END_MULTIPART -> ended = true;
                case T_START_BODYPART -> count++;
                default -> {}
            }
            if (count > MOST_PARTS) {
                throw malformed();
            }
            state = parts.next();
        }
        if (!ended || !endsWithItsBoundary(body)) {
            throw malformed();
        }
    }

    /** A form that was cut off would pass for a whole one with a shorter file. */
    private static boolean endsWithItsBoundary(Payload body) {
        byte[] end = body.slice(Math.max(0, body.length() - 16), body.length()).toBytes();
        return Buffer.buffer(end).toString("ISO-8859-1").stripTrailing().endsWith("--");
    }

    private static ProblemException malformed() {
        return new ProblemException(
                new Problem(400, "malformed_form", "The body is not a form as its Content-Type says."));
    }
}
