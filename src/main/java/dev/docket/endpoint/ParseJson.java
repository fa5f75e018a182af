package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;

/**
 * Parses JSON that others have written: requests, documents, schemas, the answers of models. Numbers keep all their
 * digits. Whatever is wrong with the text is told by a {@link JsonProcessingException}, a number that nobody can hold
 * included, which the library itself tells in another way.
 */
public final class ParseJson {
    private final ObjectReader part;
    private final ObjectReader whole;

    private ParseJson(StreamReadConstraints limits, boolean asWritten) {
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(limits).build();
        part = JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(asWritten))
                .build()
                .readerFor(JsonNode.class);
        whole = part.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** A number whose exponent is too large for any number of this machine. */
    public static final class NumberBeyond extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        private NumberBeyond(JsonLocation at) {
            super("a number has an exponent that is too large", at);
        }
    }

    /** For who asks what a number is: 1.50 is 1.5. */
    public static ParseJson ofValues(StreamReadConstraints limits) {
        return new ParseJson(limits, false);
    }

    /** For who asks how a number is written: 1.50 is 1.50. */
    public static ParseJson asWritten(StreamReadConstraints limits) {
        return new ParseJson(limits, true);
    }

    /** The one value of a text; missing when there is none. */
    public JsonNode tree(String text) throws JsonProcessingException {
        try {
            return whole.readTree(text);
        } catch (NumberFormatException beyond) {
            throw new NumberBeyond(JsonLocation.NA);
        }
    }

    /** A text to be gone through. */
    public JsonParser open(String text) throws IOException {
        return part.createParser(text);
    }

    /** Bytes to be gone through. */
    public JsonParser open(InputStream bytes) throws IOException {
        return part.createParser(bytes);
    }

    /** The value that a parser has come to. */
    public JsonNode value(JsonParser parser) throws IOException {
        try {
            return part.readTree(parser);
        } catch (NumberFormatException beyond) {
            throw new NumberBeyond(parser.currentLocation());
        }
    }
}
