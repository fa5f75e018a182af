package dev.docket.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The OpenAPI document as the service under test serves it. */
final class ApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root;

    private ApiDocument(ObjectNode root) {
        this.root = root;
    }

    static ApiDocument fetch() {
        String text = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new ApiDocument((ObjectNode) read(text));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    JsonNode operation(String method, String path) {
        return root.at("/paths/" + escaped(path) + "/" + method.toLowerCase());
    }

    /** A parameter where it is defined, whether it was named by a reference or not. */
    JsonNode defined(JsonNode part) {
        return part.has("$ref") ? at(part.get("$ref").asText().substring(1)) : part;
    }

    /** What is wrong with a body by the schema that the document has at this place. */
    List<Error> faults(String pointerOfSchema, JsonNode body) {
        if (at(pointerOfSchema).isMissingNode()) {
            throw new IllegalArgumentException("no schema at " + pointerOfSchema);
        }
        ObjectNode schema = root.deepCopy().put("$ref", "#" + pointerOfSchema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(body);
    }

    List<Error> faultsOfAnswer(String method, String path, int status, String body) {
        String pointer = "/paths/" + escaped(path) + "/" + method.toLowerCase() + "/responses/" + status;
        return faults(pointer + "/content/application~1json/schema", read(body));
    }

    /** Where an object with a member of this name is, for all of them. */
    List<JsonPointer> holdersOf(String name) {
        List<JsonPointer> holders = new ArrayList<>();
        collect(root, JsonPointer.empty(), name, holders);
        return holders;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void collect(JsonNode node, JsonPointer at, String name, List<JsonPointer> holders) {
        if (node.has(name)) {
            holders.add(at);
        }
        names(node).forEach(key -> collect(node.get(key), at.appendProperty(key), name, holders));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at.appendIndex(i), name, holders);
        }
    }

    private static String escaped(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }
}
