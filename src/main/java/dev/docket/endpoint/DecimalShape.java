package dev.docket.endpoint;

import java.io.IOException;
import java.util.Map;

/** A number within bounds, both inclusive. */
record DecimalShape(double min, double max) implements Shape {
    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (!reader.atNumber() || !fits(reader.number())) {
            reader.refuse(path, expected(), reader.value());
        }
    }

    private boolean fits(double number) {
        return number >= min && number <= max;
    }

    @Override
    public String expected() {
        return "a number from " + min + " to " + max;
    }

    @Override
    public void describe(Map<String, Object> schema) {
        schema.put("type", "number");
        schema.put("minimum", min);
        schema.put("maximum", max);
    }
}
