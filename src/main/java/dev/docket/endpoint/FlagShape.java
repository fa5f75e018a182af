package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/** True or false, and none of the other spellings of it. */
record FlagShape() implements Shape {
    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (!reader.at(JsonToken.VALUE_TRUE) && !reader.at(JsonToken.VALUE_FALSE)) {
            reader.refuse(path, expected(), reader.value());
        }
    }

    @Override
    public String expected() {
        return "true or false";
    }

    @Override
    public void describe(Map<String, Object> schema) {
        schema.put("type", "boolean");
    }
}
