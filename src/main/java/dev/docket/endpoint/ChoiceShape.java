package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One of a few words, in the very spelling. */
record ChoiceShape(List<String> values) implements Shape {
    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (!reader.at(JsonToken.VALUE_STRING) || !offers(reader.shortHead())) {
            reader.refuse(path, expected(), reader.value());
        }
    }

    private boolean offers(StringHead head) {
        return head.whole() && values.contains(head.text());
    }

    @Override
    public String expected() {
        return "one of " + String.join(", ", values);
    }

    @Override
    public void describe(Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("enum", values);
    }
}
