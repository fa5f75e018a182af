package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One field of an object in a request.
 *
 * @param preset what holds when the field is absent, for the description only; null when nothing does
 * @param note what the field is for
 */
record Field(String name, Shape shape, boolean required, boolean nullable, Object preset, String note) {
    static Field required(String name, Shape shape, String note) {
        return new Field(name, shape, true, false, null, note);
    }

    static Field optional(String name, Shape shape, Object preset, String note) {
        return new Field(name, shape, false, false, preset, note);
    }

    static Field optional(String name, Shape shape, String note) {
        return new Field(name, shape, false, false, null, note);
    }

    static Field nullable(String name, Shape shape, String note) {
        return new Field(name, shape, false, true, null, note);
    }

    void check(RequestReader reader, String path) throws IOException {
        if (!nullable || !reader.at(JsonToken.VALUE_NULL)) {
            shape.check(reader, path);
        }
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = shape.schema();
        schema.put("description", note);
        if (preset != null) {
            schema.put("default", preset);
        }
        if (nullable) {
            schema.computeIfPresent("type", (key, type) -> List.of(type, "null"));
        }
        return schema;
    }
}
