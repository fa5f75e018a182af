package dev.docket.endpoint;

import java.io.IOException;
import java.util.Map;

/** Any value at all, read over without looking. */
record AnyShape() implements Shape {
    @Override
    public void check(RequestReader reader, String path) throws IOException {
        reader.skip();
    }

    @Override
    public String expected() {
        return "any value";
    }

    @Override
    public void describe(Map<String, Object> schema) {
        // No keyword at all is how a schema says that anything goes.
    }
}
