package dev.docket.functional.schema;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Makes schemas and values that fit each other about half of the time. */
final class RandomSchemas {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> NAMES = List.of("a", "b", "ab", "c/d");
    private static final List<String> TYPES =
            List.of("object", "array", "string", "number", "integer", "boolean", "null");

    private final Random random;

    RandomSchemas(long seed) {
        random = new Random(seed);
    }

    /** A schema with two definitions that anything in it may refer to. */
    ObjectNode schema() {
        ObjectNode schema = object(3);
        ObjectNode definitions = schema.putObject("$defs");
        definitions.set("one", object(0));
        definitions.putObject("two").put("type", "string").put("minLength", 2);
        return schema;
    }

    private JsonNode any(int depth) {
        return random.nextInt(12) == 0 ? JSON.getNodeFactory().booleanNode(random.nextInt(3) > 0) : object(depth);
    }

    private ObjectNode object(int depth) {
        ObjectNode schema = JSON.createObjectNode();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            keyword(schema, depth);
        }
        return schema;
    }

    private void keyword(ObjectNode schema, int depth) {
        switch (random.nextInt(depth > 0 ? 24 : 12)) {
            case 0, 1 -> schema.put("type", pick(TYPES));
            case 2 -> schema.putArray("type").add(pick(TYPES)).add("null");
            case 3 -> schema.putArray("enum").add(value(0)).add(value(1));
            case 4 -> schema.set("const", value(1));
            case 5 -> schema.put("minimum", random.nextInt(4)).put("exclusiveMaximum", 3 + random.nextInt(3));
            case 6 -> schema.put("multipleOf", random.nextBoolean() ? 2 : 0.5);
            case 7 -> schema.put("minLength", 1).put("maxLength", 1 + random.nextInt(3));
            case 8 -> schema.put("pattern", random.nextBoolean() ? "^a" : "[0-9]$");
            case 9 -> schema.put("minItems", random.nextInt(2)).put("maxItems", 1 + random.nextInt(2));
            // The other validator takes the values of objects for entries too.
            case 10 -> schema.put("uniqueItems", true).put("type", "array");
            case 11 -> schema.putArray("required").add(pick(NAMES));
            case 12, 13, 14 -> {
                ObjectNode properties = schema.putObject("properties");
                properties.set(pick(NAMES), any(depth - 1));
                properties.set(pick(NAMES), any(depth - 1));
            }
            case 15 -> schema.set("additionalProperties", any(depth - 1));
            case 16, 17 -> schema.set("items", any(depth - 1));
            case 18 -> schema.putArray("allOf").add(any(depth - 1)).add(any(depth - 1));
            case 19 -> schema.putArray("anyOf").add(any(depth - 1)).add(any(depth - 1));
            case 20 -> schema.putArray("oneOf").add(any(depth - 1)).add(any(depth - 1));
            case 21 -> schema.put("$ref", "#/$defs/" + (random.nextBoolean() ? "one" : "two"));
            case 22 -> more(schema, depth);
            default -> schema.set("not", any(depth - 1));
        }
    }

    private void more(ObjectNode schema, int depth) {
        switch (random.nextInt(7)) {
            case 0 -> schema.putObject("patternProperties").set("^a", any(depth - 1));
            case 1 -> schema.putObject("propertyNames").put("maxLength", 1);
            case 2 -> schema.putObject("dependentRequired").putArray("a").add("b");
            case 3 -> schema.set("contains", any(depth - 1));
            case 4 -> schema.putArray("prefixItems").add(any(depth - 1));
            case 5 -> schema.put("minProperties", 1).put("maxProperties", 2);
            default -> {
                schema.set("if", any(depth - 1));
                schema.set("then", any(depth - 1));
                schema.set("else", any(depth - 1));
            }
        }
    }

    JsonNode value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextInt(5));
            case 3 -> JSON.getNodeFactory().numberNode(random.nextInt(8) / 2.0);
            case 4 -> JSON.getNodeFactory().textNode(pick(List.of("", "a", "ab", "abc", "x1", "€")));
            case 5 -> JSON.createArrayNode();
            case 6 -> array(depth);
            default -> {
                ObjectNode object = JSON.createObjectNode();
                for (int count = random.nextInt(3); count > 0; count--) {
                    object.set(pick(NAMES), value(depth - 1));
                }
                yield object;
            }
        };
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JSON.createArrayNode();
        for (int count = random.nextInt(3); count > 0; count--) {
            array.add(value(depth - 1));
        }
        return array;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
