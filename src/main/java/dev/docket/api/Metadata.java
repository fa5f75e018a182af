package dev.docket.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A job's metadata as it was sent; of a key that is there twice, the last value counts.
 *
 * @param pairs in the order sent, empty when there are none
 * @param json compact JSON text of the pairs; null when no metadata was sent, or null was
 */
record Metadata(Map<String, String> pairs, String json) {
    private static final int MOST_PAIRS = 16;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_VALUE = 512;
    /** Room for the largest legal metadata with each character escaped, several times over. */
    private static final int LONGEST_TEXT = 256 * 1024;

    private static final String EXPECTED = "an object of strings, or null";
    private static final Metadata NONE = new Metadata(Map.of(), null);

    static Metadata read(TopLevel.Member member, List<Fault> faults) {
        if (member == null || member.kind() == JsonToken.VALUE_NULL) {
            return NONE;
        }
        if (member.kind() != JsonToken.START_OBJECT) {
            faults.add(new Fault("metadata", EXPECTED, Shown.kind(member.kind())));
            return NONE;
        }
        if (member.text().length() > LONGEST_TEXT) {
            faults.add(new Fault(
                    "metadata",
                    "at most " + MOST_PAIRS + " pairs",
                    member.text().length() + " bytes"));
            return NONE;
        }
        Map<String, String> pairs = pairs(member.text(), faults);
        if (pairs.size() > MOST_PAIRS) {
            faults.add(new Fault("metadata", "at most " + MOST_PAIRS + " pairs", pairs.size() + " pairs"));
        }
        return new Metadata(pairs, json(pairs));
    }

    private static Map<String, String> pairs(Payload text, List<Fault> faults) {
        Map<String, String> pairs = new LinkedHashMap<>();
        try (JsonParser parser = StrictJson.open(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                JsonToken kind = parser.nextToken();
                checkText("metadata", "keys", key, LONGEST_KEY, faults);
                if (kind == JsonToken.VALUE_STRING) {
                    checkText(path(key), "a string", parser.getText(), LONGEST_VALUE, faults);
                    pairs.put(key, parser.getText());
                } else {
                    faults.add(new Fault(path(key), "a string", Shown.kind(kind)));
                    parser.skipChildren();
                }
            }
            return pairs;
        } catch (IOException impossible) {
            // The text was parsed before and lies in memory.
            throw new UncheckedIOException(impossible);
        }
    }

    private static void checkText(String path, String what, String text, int longest, List<Fault> faults) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            faults.add(new Fault(path, what + " of at most " + longest + " characters", length + " characters"));
        } else if (text.indexOf('\0') >= 0) {
            faults.add(new Fault(path, what + " without NUL", Shown.text(text)));
        } else if (Shown.hasLoneSurrogate(text)) {
            faults.add(new Fault(path, what + " without half of a surrogate pair", Shown.text(text)));
        }
    }

    private static String json(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> quoted(pair.getKey()) + ":" + quoted(pair.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static String path(String key) {
        return "metadata." + Shown.bare(key);
    }
}
