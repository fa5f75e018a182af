package dev.docket.functional.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Endpoint;
import dev.docket.functional.upstream.RecordingUpstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other endpoints that a model answers. */
class ModelEndpointsTest {
    private static final String CLASSES =
            "{'c':[{'name':'invoice','description':'asks for money'},{'name':'contract','description':''}]}";

    private final RecordingUpstream model = RecordingUpstream.start();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_document_is_of_the_class_that_the_model_chose() {
        model.does(FakeModel.says("{\"reasoning\":\"It has a total.\",\"classification\":\"invoice\"}"));
        try (Asking asking = Asking.of(model)) {
            JsonNode answer =
                    asking.body(Endpoint.DOCUMENTS_CLASSIFY, classified().put("context", "from March"));

            assertThat(answer.get("result").toString())
                    .isEqualTo("{\"reasoning\":\"It has a total.\",\"classification\":\"invoice\"}");
            assertThat(answer.at("/usage/credits").doubleValue()).isEqualTo(0.25);
            assertReadable(answer, "documents-classify.json");
        }
        JsonNode asked = Asking.asked(model.next());
        assertThat(asked.at("/messages/0/content").toString()).contains("asks for money", "from March");
        assertThat(asked.at("/response_format/json_schema/schema/properties/classification/enum")
                        .toString())
                .isEqualTo("[\"invoice\",\"contract\"]");
    }

    @Test
    void a_class_that_is_not_offered_is_not_an_answer() {
        model.does(FakeModel.says("{\"reasoning\":\"Odd.\",\"classification\":\"poem\"}"));
        try (Asking asking = Asking.of(model)) {
            Answer answer = asking.answer(Endpoint.DOCUMENTS_CLASSIFY, classified());

            assertThat(((Answer.Failed) answer).error().code()).isEqualTo("model_answer_invalid");
        }
        assertThat(model.exchanges()).hasSize(2);
    }

    @Test
    void only_the_first_pages_are_looked_at_if_so_asked() {
        model.does(FakeModel.says("{\"reasoning\":\"-\",\"classification\":\"contract\"}"));
        ObjectNode request = classified().put("first_n_pages", 1);
        request.set("document", Asking.text("first\fsecond"));
        try (Asking asking = Asking.of(model)) {
            JsonNode answer = asking.body(Endpoint.DOCUMENTS_CLASSIFY, request);

            assertThat(answer.at("/usage/page_count").intValue()).isEqualTo(1);
        }
        assertThat(Asking.asked(model.next()).at("/messages/1/content").toString())
                .contains("first")
                .doesNotContain("second");
    }

    @Test
    void a_document_is_split_as_the_model_says_in_the_order_of_its_pages() {
        model.does(FakeModel.says(
                "{\"splits\":[{\"reasoning\":\"-\",\"name\":\"contract\",\"pages\":[3],\"partition\":null},"
                        + "{\"reasoning\":\"-\",\"name\":\"invoice\",\"pages\":[2,1],\"partition\":null}]}"));
        try (Asking asking = Asking.of(model)) {
            JsonNode answer = asking.body(Endpoint.DOCUMENTS_SPLIT, split());

            assertThat(answer.get("splits").toString())
                    .isEqualTo("[{\"name\":\"invoice\",\"pages\":[1,2],\"confidence\":null,\"likelihood\":null,"
                            + "\"votes\":[],\"partitions\":[]},"
                            + "{\"name\":\"contract\",\"pages\":[3],\"confidence\":null,\"likelihood\":null,"
                            + "\"votes\":[],\"partitions\":[]}]");
            assertThat(answer.at("/usage/page_count").intValue()).isEqualTo(3);
        }
    }

    @Test
    void parts_of_a_name_that_is_divided_are_its_partitions() {
        model.does(FakeModel.says(
                "{\"splits\":[{\"reasoning\":\"-\",\"name\":\"invoice\",\"pages\":[1],\"partition\":\"A\"},"
                        + "{\"reasoning\":\"-\",\"name\":\"invoice\",\"pages\":[2,3],\"partition\":\"B\"}]}"));
        ObjectNode request = split();
        ((ObjectNode) request.at("/subdocuments/0")).put("partition_key", "number");
        try (Asking asking = Asking.of(model)) {
            JsonNode answer = asking.body(Endpoint.DOCUMENTS_SPLIT, request);

            assertReadable(answer, "documents-split.json");
            JsonNode splits = answer.get("splits");
            assertThat(splits).hasSize(1);
            assertThat(splits.at("/0/pages").toString()).isEqualTo("[1,2,3]");
            assertThat(splits.at("/0/partitions/1").toString())
                    .isEqualTo("{\"key\":\"B\",\"pages\":[2,3],\"first_page_y_start\":0.0,\"last_page_y_end\":1.0}");
        }
    }

    @Test
    void votes_on_a_split_go_page_by_page() {
        String one = "{\"splits\":[{\"reasoning\":\"-\",\"name\":\"invoice\",\"pages\":[1,2],\"partition\":null},"
                + "{\"reasoning\":\"-\",\"name\":\"contract\",\"pages\":[3],\"partition\":null}]}";
        String other = "{\"splits\":[{\"reasoning\":\"-\",\"name\":\"invoice\",\"pages\":[1],\"partition\":null},"
                + "{\"reasoning\":\"-\",\"name\":\"contract\",\"pages\":[2,3],\"partition\":null}]}";
        model.does(FakeModel.inTurn(FakeModel.says(one), FakeModel.says(other), FakeModel.says(one)));
        try (Asking asking = Asking.of(model)) {
            JsonNode answer = asking.body(Endpoint.DOCUMENTS_SPLIT, split().put("n_consensus", 3));

            assertThat(answer.at("/splits/0/pages").toString()).isEqualTo("[1,2]");
            assertThat(answer.at("/splits/0/likelihood").doubleValue()).isEqualTo(0.83);
            assertThat(answer.at("/splits/0/votes")).hasSize(3);
            assertThat(answer.at("/splits/1/pages").toString()).isEqualTo("[3]");
            assertThat(answer.at("/splits/1/likelihood").doubleValue()).isEqualTo(1);
            assertThat(answer.at("/usage/credits").intValue()).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"splits\":[]}",
                "{\"splits\":[{\"reasoning\":\"-\",\"name\":\"poem\",\"pages\":[1],\"partition\":null}]}",
                "{\"splits\":[{\"reasoning\":\"-\",\"name\":\"contract\",\"pages\":[4],\"partition\":null}]}",
                "{\"splits\":[{\"reasoning\":\"-\",\"name\":\"contract\",\"pages\":[1],\"partition\":null},"
                        + "{\"reasoning\":\"-\",\"name\":\"invoice\",\"pages\":[1],\"partition\":null}]}"
            })
    void a_split_that_cannot_be_is_not_an_answer(String said) {
        model.does(FakeModel.says(said));
        try (Asking asking = Asking.of(model)) {
            Answer answer = asking.answer(Endpoint.DOCUMENTS_SPLIT, split());

            assertThat(((Answer.Failed) answer).error().code()).isEqualTo("model_answer_invalid");
        }
    }

    @Test
    void a_generated_schema_is_one_that_can_be_extracted_by() {
        model.does(FakeModel.inTurn(
                FakeModel.says("{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/b\"}}}"),
                FakeModel.says(
                        "{\"title\":\"Invoice\",\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")));
        ObjectNode request = Asking.JSON.createObjectNode().put("instructions", "with the total");
        request.putArray("documents").add(Asking.text("one")).add(Asking.text("two"));
        try (Asking asking = Asking.of(model)) {
            JsonNode answer = asking.body(Endpoint.SCHEMAS_GENERATE, request);

            assertThat(answer.get("title").textValue()).isEqualTo("Invoice");
            assertThat(answer.at("/json_schema/properties/a/type").textValue()).isEqualTo("string");
            assertReadable(answer, "schemas-generate.json");
        }
        JsonNode asked = Asking.asked(model.next());
        assertThat(asked.at("/response_format/type").textValue()).isEqualTo("json_object");
        assertThat(asked.at("/messages").toString()).contains("with the total", "one", "two");
    }

    @Test
    void a_parse_by_a_model_without_eyes_is_that_of_the_local_processor() {
        try (Asking asking = Asking.of(model)) {
            JsonNode answer = asking.body(Endpoint.DOCUMENTS_PARSE, Asking.textRequest());

            assertThat(answer.get("text").textValue()).isEqualTo("Invoice 12\nTotal: 34.50");
        }
        assertThat(model.exchanges()).isEmpty();
    }

    /** By the fields that every generation of clients needs. */
    private static void assertReadable(JsonNode answer, String shape) {
        try {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(Asking.JSON.readTree(Path.of("src", "test", "resources", "answers", shape)
                                    .toFile()))
                            .validate(answer))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode classified() {
        ObjectNode request = Asking.textRequest();
        request.set("categories", Asking.json(CLASSES).get("c"));
        return request;
    }

    private static ObjectNode split() {
        ObjectNode request = Asking.textRequest();
        request.set("document", Asking.text("first\fsecond\fthird"));
        request.set("subdocuments", Asking.json(CLASSES).get("c"));
        return request;
    }
}
