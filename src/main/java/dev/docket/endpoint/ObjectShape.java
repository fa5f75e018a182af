package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An object with known fields. Unknown ones are read over, as the published models do. */
record ObjectShape(List<Field> fields, List<OneOf> rules) implements Shape {
    ObjectShape exactlyOneOf(String... names) {
        return with(new OneOf(List.of(names), true));
    }

    ObjectShape atLeastOneOf(String... names) {
        return with(new OneOf(List.of(names), false));
    }

    private ObjectShape with(OneOf rule) {
        return new ObjectShape(
                fields, Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (!reader.at(JsonToken.START_OBJECT)) {
            reader.refuse(path, expected(), reader.kind());
            return;
        }
        FieldsSeen seen = new FieldsSeen();
        while (reader.next() == JsonToken.FIELD_NAME) {
            String name = reader.name();
            reader.next();
            checkField(reader, path, name, seen);
        }
        for (Field field : fields) {
            if (field.required() && !seen.contains(field.name())) {
                reader.report(path + "." + field.name(), field.shape().expected(), seen.withoutIt());
            }
        }
        rules.forEach(rule -> rule.check(reader, path, seen.given()));
    }

    private void checkField(RequestReader reader, String path, String name, FieldsSeen seen) throws IOException {
        Field field = field(name);
        if (field == null) {
            passUnknown(reader, path, name, seen);
            return;
        }
        String where = reader.enter(path + "." + name);
        // Readers differ on which of two equal names counts, so what was checked might not be what is processed.
        if (!seen.add(name, reader.at(JsonToken.VALUE_NULL))) {
            reader.report(where, "the field once", "the field twice");
        }
        field.check(reader, where);
    }

    /** A fact may stand in a field that the endpoint itself does not read; a dotted name must not pass for a path. */
    private static void passUnknown(RequestReader reader, String path, String name, FieldsSeen seen)
            throws IOException {
        seen.addUnknown(name);
        if (name.indexOf('.') < 0) {
            reader.offerFact(path + "." + name);
        }
        reader.skip();
    }

    private Field field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public void describe(Map<String, Object> schema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), field.schema()));
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required =
                fields.stream().filter(Field::required).map(Field::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        rules.forEach(rule -> schema.put(rule.keyword(), rule.alternatives()));
    }
}
