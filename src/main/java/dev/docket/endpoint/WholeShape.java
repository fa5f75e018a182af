package dev.docket.endpoint;

import java.io.IOException;
import java.util.Map;

/**
 * An integer within bounds, both inclusive. {@code 192.0} is one too: some clients only have floating-point numbers,
 * and the published models take it.
 */
record WholeShape(long min, long max) implements Shape {
    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (!reader.atNumber() || !fits(reader.number())) {
            reader.refuse(path, expected(), reader.value());
        }
    }

    private boolean fits(double number) {
        return number >= min && number <= max && number == Math.rint(number);
    }

    @Override
    public String expected() {
        return max == Integer.MAX_VALUE ? "an integer of at least " + min : "an integer from " + min + " to " + max;
    }

    @Override
    public void describe(Map<String, Object> schema) {
        schema.put("type", "integer");
        schema.put("minimum", min);
        schema.put("maximum", max);
    }
}
