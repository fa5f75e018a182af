package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/** An object whose values are all text. */
record TextMapShape() implements Shape {
    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (!reader.at(JsonToken.START_OBJECT)) {
            reader.refuse(path, expected(), reader.kind());
            return;
        }
        while (reader.next() == JsonToken.FIELD_NAME) {
            String name = reader.shortName();
            if (reader.next() != JsonToken.VALUE_STRING) {
                reader.refuse(reader.enter(path + "." + name), "a string", reader.value());
            }
        }
    }

    @Override
    public String expected() {
        return "an object of strings";
    }

    @Override
    public void describe(Map<String, Object> schema) {
        schema.put("type", "object");
        schema.put("additionalProperties", Map.of("type", "string"));
    }
}
