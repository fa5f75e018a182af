package dev.docket.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the metadata filter, a JSON object in a query parameter. It is parsed and never compared as text, because each
 * client spaces and escapes it in its own way.
 */
final class MetadataFilter {
    private static final JsonFactory JSON = new JsonFactory();

    private MetadataFilter() {}

    /** The pairs, the last one of each key; null when the text is not an object of strings that could be stored. */
    static Map<String, String> read(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING || !canBeStored(key + parser.getText())) {
                    return null;
                }
                pairs.put(key, parser.getText());
            }
            return parser.nextToken() == null ? pairs : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static boolean canBeStored(String text) {
        return text.indexOf('\0') < 0 && !Shown.hasLoneSurrogate(text);
    }
}
