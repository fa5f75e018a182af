package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The answers of the local processor as the published clients read them. The files in {@code answers} are the fields
 * that one of their generations needs, or refuses in another form; what they all pass over may stand besides.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class AnswerShapesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    static List<String> endpoints() {
        return List.of(
                "/v1/documents/parse",
                "/v1/documents/extract",
                "/v1/documents/split",
                "/v1/documents/classify",
                "/v1/schemas/generate",
                "/v1/edit/agent/fill");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_job_on_the_sample_ends_with_an_answer_that_every_client_reads(String endpoint) throws IOException {
        String job = client.create(endpoint, request(endpoint).toString()).path("id");
        client.untilFinal(job);

        JsonNode body = JSON.readTree(client.get("/v1/jobs/" + job).extract().asByteArray());
        assertThat(body.get("status").textValue())
                .as(body.get("error").toString())
                .isEqualTo("completed");
        assertThat(AnswerShape.faults(endpoint, body.at("/response/body"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_direct_call_is_answered_in_the_same_shape(String endpoint) throws IOException {
        Response answer = client.call().body(request(endpoint).toString()).post(endpoint);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(AnswerShape.faults(endpoint, JSON.readTree(answer.asByteArray())))
                .isEmpty();
    }

    private static ObjectNode request(String endpoint) throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("docs", "samples", "invoice.pdf"));
        ObjectNode document = JSON.createObjectNode()
                .put("filename", "invoice.pdf")
                .put("url", "data:application/pdf;base64," + Base64.getEncoder().encodeToString(sample));
        ObjectNode request = JSON.createObjectNode().put("model", "retab-small");
        if (endpoint.equals("/v1/schemas/generate")) {
            request.putArray("documents").add(document);
            return request;
        }
        request.set("document", document);
        request.put("instructions", "invoice number: 4711");
        if (endpoint.equals("/v1/documents/extract")) {
            request.put("n_consensus", 2);
            ObjectNode properties =
                    request.putObject("json_schema").put("type", "object").putObject("properties");
            properties.putObject("invoice_number").put("type", "string");
            properties.putObject("fax").putArray("type").add("string").add("null");
        }
        if (endpoint.equals("/v1/documents/split")) {
            request.put("n_consensus", 2);
            topics(request, "subdocuments")
                    .forEach(topic -> ((ObjectNode) topic).put("partition_key", "invoice number"));
        }
        if (endpoint.equals("/v1/documents/classify")) {
            topics(request, "categories");
        }
        return request;
    }

    private static ArrayNode topics(ObjectNode request, String field) {
        ArrayNode topics = request.putArray(field);
        topics.addObject().put("name", "contract");
        topics.addObject().put("name", "invoice").put("description", "Asks for payment");
        return topics;
    }
}
