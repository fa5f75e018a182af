package dev.docket.functional.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.RequestSchemas;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestSchemasTest {
    static List<SdkRequests.Sample> samples() {
        return SdkRequests.all();
    }

    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void every_field_is_described(Endpoint endpoint) {
        JsonNode schema = schema(endpoint);
        assertThat(schema.get("type").asText()).isEqualTo("object");
        assertThat(schema.get("properties"))
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(field.get("description").asText()).endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_field_a_client_sends_is_published(SdkRequests.Sample sample) {
        JsonNode properties = schema(sample.endpoint()).get("properties");
        sample.request().fieldNames().forEachRemaining(name -> {
            boolean dropped = sample.endpoint() == Endpoint.EDIT_TEMPLATES_GENERATE && name.equals("instructions");
            assertThat(properties.has(name)).as(name).isEqualTo(!dropped);
        });
    }

    @Test
    void ranges_defaults_enums_and_nulls_are_published() {
        JsonNode extract = schema(Endpoint.DOCUMENTS_EXTRACT);
        assertThat(texts(extract.get("required"))).containsExactly("document", "json_schema", "model");
        assertThat(extract.at("/properties/image_resolution_dpi").toString().replace('"', '\''))
                .isEqualTo("{'type':'integer','minimum':96,'maximum':300,"
                        + "'description':'Resolution of page images, in dots per inch.','default':192}");
        assertThat(texts(extract.at("/properties/extraction_id/type"))).containsExactly("string", "null");
        assertThat(texts(schema(Endpoint.DOCUMENTS_PARSE).at("/properties/table_parsing_format/enum")))
                .containsExactly("markdown", "yaml", "html", "json");
        assertThat(schema(Endpoint.DOCUMENTS_SPLIT)
                        .at("/properties/subdocuments/minItems")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void alternative_fields_are_published_as_alternatives() {
        assertThat(schema(Endpoint.DOCUMENTS_SPLIT).get("oneOf")).hasSize(2);
        assertThat(schema(Endpoint.EDIT_AGENT_FILL).get("oneOf")).hasSize(2);
        assertThat(schema(Endpoint.PROJECTS_EXTRACT).get("anyOf")).hasSize(2);
    }

    private static JsonNode schema(Endpoint endpoint) {
        return SdkRequests.JSON.valueToTree(RequestSchemas.schema(endpoint));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
