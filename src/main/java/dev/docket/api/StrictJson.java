package dev.docket.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.docket.job.Payload;
import dev.docket.job.Utf8Check;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;

/** Opens JSON text for a single pass, and says where it is broken without repeating any of it. */
final class StrictJson {
    static final int DEEPEST = 500;
    private static final int LONGEST_NAME = 50_000;
    private static final int LONGEST_NUMBER = 100_000;

    /**
     * Strings are not limited: a document is one, and it is skipped, not decoded. Names of clients are not interned.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private StrictJson() {}

    /** Checks that the text is plain UTF-8 without a byte order mark, and refuses it with a 400 if it is not. */
    static void checkText(Payload text) {
        byte[] start = text.slice(0, Math.min(3, text.length())).toBytes();
        if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            throw malformed("The body starts with a byte order mark; send UTF-8 without one.", 0);
        }
        OptionalLong fault = Utf8Check.firstFault(text);
        if (fault.isPresent()) {
            long at = fault.getAsLong();
            throw malformed("The body is not UTF-8 text: the byte at offset " + at + " does not belong there.", at);
        }
    }

    static JsonParser open(Payload text) throws IOException {
        return FACTORY.createParser(text.open());
    }

    /** The 400 for text that the parser refused. */
    static ProblemException malformed(JsonProcessingException cause, JsonParser parser) {
        JsonLocation at = cause.getLocation() == null ? parser.currentLocation() : cause.getLocation();
        String where = " at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
        String what = "The body is not valid JSON";
        if (cause instanceof StreamConstraintsException) {
            what = "The body is nested deeper than " + DEEPEST + " levels, or has a name of more than " + LONGEST_NAME
                    + " characters or a number of more than " + LONGEST_NUMBER;
        } else if (cause instanceof JsonEOFException) {
            what = "The body ends before its JSON is complete";
        }
        Map<String, Object> details =
                Map.of("line", at.getLineNr(), "column", at.getColumnNr(), "byte_offset", at.getByteOffset());
        return new ProblemException(new Problem(400, "malformed_json", what + where, details, null));
    }

    private static ProblemException malformed(String message, long offset) {
        return new ProblemException(new Problem(400, "malformed_json", message, Map.of("byte_offset", offset), null));
    }
}
