package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/** Any text. */
record TextShape() implements Shape {
    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (reader.at(JsonToken.VALUE_STRING)) {
            reader.offerFact(path);
        } else {
            reader.refuse(path, expected(), reader.value());
        }
    }

    @Override
    public String expected() {
        return "a string";
    }

    @Override
    public void describe(Map<String, Object> schema) {
        schema.put("type", "string");
    }
}
