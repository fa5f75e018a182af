package dev.docket.functional.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes good requests in one to three places, the same way each time for the same seed. */
final class RequestMutations {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random random;

    RequestMutations(long seed) {
        random = new Random(seed);
    }

    ObjectNode mutated(ObjectNode good) {
        ObjectNode request = good.deepCopy();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(request);
        }
        return request;
    }

    private void change(ObjectNode request) {
        List<JsonNode> containers = new ArrayList<>();
        collect(request, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            changeField(object);
        } else {
            changeEntry((ArrayNode) container);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void changeField(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(8) == 0) {
            object.set("new" + random.nextInt(), value());
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
            object.remove(name);
        } else {
            object.set(name, value());
        }
    }

    private void changeEntry(ArrayNode array) {
        if (array.isEmpty() || random.nextInt(4) == 0) {
            array.add(value());
        } else if (random.nextBoolean()) {
            array.remove(random.nextInt(array.size()));
        } else {
            array.set(random.nextInt(array.size()), value());
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(12));
            case 3 -> NODES.numberNode(90 + random.nextInt(220));
            case 4 -> NODES.numberNode(random.nextInt(10) / 4.0);
            case 5 -> NODES.numberNode(random.nextLong());
            case 6 -> NODES.objectNode();
            case 7 -> NODES.arrayNode();
            case 8 -> NODES.arrayNode().add(value());
            case 9 -> NODES.objectNode().set("name", value());
            case 10 -> NODES.textNode("data:text/plain;base64,VGhpcw==");
            case 11 -> NODES.textNode("html");
            case 12 -> NODES.textNode("user");
            default -> NODES.textNode(text());
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.append((char) (random.nextInt(5) == 0 ? random.nextInt(0xD800) : ' ' + random.nextInt(90)));
        }
        return text.toString();
    }
}
