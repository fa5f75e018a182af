package dev.docket.endpoint;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one value of a request may be. A shape both checks a value and renders itself as a schema, so that the published
 * description cannot drift from what is accepted.
 */
sealed interface Shape
        permits AnyShape,
                ChoiceShape,
                DataUrlShape,
                DecimalShape,
                FlagShape,
                ListShape,
                ObjectShape,
                TextMapShape,
                TextShape,
                WholeShape {
    /** Reads the value the reader stands on, to its last token, and reports what is wrong with it. */
    void check(RequestReader reader, String path) throws IOException;

    /** What a fault says should have been there. */
    String expected();

    /** The shape as a JSON Schema of the 2020-12 draft, which OpenAPI 3.1 uses. */
    default Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        describe(schema);
        return schema;
    }

    /** Puts the keywords of {@link #schema()}, in the order in which a person would want to read them. */
    void describe(Map<String, Object> schema);

    static Shape any() {
        return new AnyShape();
    }

    static Shape text() {
        return new TextShape();
    }

    static Shape flag() {
        return new FlagShape();
    }

    static Shape whole(long min, long max) {
        return new WholeShape(min, max);
    }

    static Shape decimal(double min, double max) {
        return new DecimalShape(min, max);
    }

    static Shape choice(String... values) {
        return new ChoiceShape(List.of(values));
    }

    static Shape textMap() {
        return new TextMapShape();
    }

    static Shape listOf(int minEntries, Shape entry) {
        return new ListShape(minEntries, entry);
    }

    static ObjectShape object(Field... fields) {
        return new ObjectShape(List.of(fields), List.of());
    }
}
