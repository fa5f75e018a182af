package dev.docket.api.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Reads a schema that is made of maps, lists and scalars into the document's own classes. */
final class SchemaReader {
    private SchemaReader() {}

    /** @throws IllegalArgumentException for a keyword that the request models do not use yet; it stops the build */
    static Schema read(Map<String, Object> keywords) {
        Schema schema = OASFactory.createSchema();
        keywords.forEach((keyword, value) -> put(schema, keyword, value));
        return schema;
    }

    private static void put(Schema schema, String keyword, Object value) {
        switch (keyword) {
            case "type" -> list(value).forEach(type -> schema.addType(type(type)));
            case "description" -> schema.description((String) value);
            case "default" -> schema.defaultValue(value);
            case "enum" -> schema.enumeration(list(value));
            case "pattern" -> schema.pattern((String) value);
            case "minimum" -> schema.minimum(number(value));
            case "maximum" -> schema.maximum(number(value));
            case "minItems" -> schema.minItems((Integer) value);
            case "required" -> list(value).forEach(name -> schema.addRequired((String) name));
            case "properties" -> schema.properties(members(map(value)));
            case "additionalProperties" -> schema.additionalPropertiesSchema(read(map(value)));
            case "items" -> schema.items(read(map(value)));
            case "not" -> schema.not(read(map(value)));
            case "oneOf" -> schema.oneOf(schemas(value));
            case "anyOf" -> schema.anyOf(schemas(value));
            default -> throw new IllegalArgumentException("no reading of the schema keyword " + keyword);
        }
    }

    private static Map<String, Schema> members(Map<String, Object> properties) {
        Map<String, Schema> members = new LinkedHashMap<>();
        properties.forEach((name, member) -> members.put(name, read(map(member))));
        return members;
    }

    private static SchemaType type(Object name) {
        return SchemaType.valueOf(((String) name).toUpperCase(Locale.ROOT));
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private static List<Schema> schemas(Object value) {
        List<Schema> schemas = new ArrayList<>();
        list(value).forEach(entry -> schemas.add(read(map(entry))));
        return schemas;
    }

    private static List<Object> list(Object value) {
        return value instanceof List<?> several ? List.copyOf(several) : List.of(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
