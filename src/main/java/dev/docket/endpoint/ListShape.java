package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/** A list of entries of one shape, at least so many. */
record ListShape(int minEntries, Shape entry) implements Shape {
    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (!reader.at(JsonToken.START_ARRAY)) {
            reader.refuse(path, expected(), reader.kind());
            return;
        }
        int count = 0;
        while (reader.next() != JsonToken.END_ARRAY) {
            entry.check(reader, reader.enter(path + "[" + count + "]"));
            count++;
        }
        if (count < minEntries) {
            reader.report(path, expected(), count == 0 ? "an empty array" : "an array of " + count);
        }
    }

    @Override
    public String expected() {
        return minEntries == 0 ? "an array" : "an array of " + minEntries + " or more";
    }

    @Override
    public void describe(Map<String, Object> schema) {
        schema.put("type", "array");
        schema.put("items", entry.schema());
        schema.put("minItems", minEntries);
    }
}
