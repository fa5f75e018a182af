package dev.docket.functional.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.functional.upstream.Exchange;
import dev.docket.functional.upstream.RecordingUpstream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extractions by a model that does as it is told, more or less. */
class ModelExtractionTest {
    private static final String SCHEMA =
            "{'type':'object','properties':{'total':{'type':'number'},'note':{'type':'string'}},'required':['total']}";

    private final RecordingUpstream model = RecordingUpstream.start();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void the_model_is_asked_with_the_text_and_a_strict_schema_and_its_answer_becomes_the_result() {
        model.does(FakeModel.says("{\"total\": 34.50, \"note\": null}"));
        try (Asking asking = Asking.of(model)) {
            ObjectNode request =
                    Asking.extraction(SCHEMA).put("temperature", 0.5).put("extraction_id", "mine");

            JsonNode answer = asking.extract(request);

            assertThat(answer.at("/choices/0/message/parsed").toString()).isEqualTo("{\"total\":34.5}");
            assertThat(answer.at("/choices/0/message/content").textValue()).isEqualTo("{\"total\":34.5}");
            assertThat(answer.at("/choices")).hasSize(1);
            assertThat(answer.at("/model").textValue()).isEqualTo("retab-small");
            assertThat(answer.at("/extraction_id").textValue()).isEqualTo("mine");
            assertThat(answer.at("/likelihoods").isNull()).isTrue();
            assertThat(answer.at("/usage").toString())
                    .isEqualTo("{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12,\"page_count\":1,"
                            + "\"credits\":1}");
            Exchange seen = model.next();
            assertThat(seen.requestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
            assertThat(seen.header("Authorization")).isEqualTo("Bearer " + Asking.KEY);
            JsonNode asked = Asking.asked(seen);
            assertThat(asked.at("/model").textValue()).isEqualTo("tiny-1");
            assertThat(asked.at("/stream").booleanValue()).isTrue();
            assertThat(asked.at("/temperature").doubleValue()).isEqualTo(0.5);
            assertThat(asked.has("max_tokens")).isFalse();
            assertThat(asked.at("/messages/1/content").toString()).contains("Total: 34.50");
            assertThat(asked.at("/response_format/type").textValue()).isEqualTo("json_schema");
            assertThat(asked.at("/response_format/json_schema/strict").booleanValue())
                    .isTrue();
            assertThat(asked.at("/response_format/json_schema/schema"))
                    .isEqualTo(Asking.json("{'type':'object','properties':{'total':{'type':'number'},"
                            + "'note':{'type':['string','null']}},'required':['total','note'],"
                            + "'additionalProperties':false}"));
        }
    }

    @Test
    void models_are_named_as_configured() {
        model.does(FakeModel.says("{\"total\":1}"));
        try (Asking asking = Asking.of(model, "micro", "nano-1", "large", "huge-1")) {
            for (String name : List.of("retab-micro", "retab-large", "auto-large", "auto-small", "gpt-x")) {
                asking.extract(Asking.extraction(SCHEMA).put("model", name));
            }
        }
        assertThat(model.exchanges())
                .extracting(seen -> Asking.asked(seen).get("model").textValue())
                .containsExactly("nano-1", "huge-1", "huge-1", "tiny-1", "gpt-x");
    }

    @Test
    void a_schema_that_cannot_be_strict_is_sent_as_it_is() {
        model.does(FakeModel.says("{\"a\":{\"x\":\"y\"}}"));
        String schema =
                "{'type':'object','properties':{'a':{'type':'object','additionalProperties':{'type':'string'}}}}";
        try (Asking asking = Asking.of(model)) {
            asking.extract(Asking.extraction(schema));
        }
        JsonNode format = Asking.asked(model.next()).at("/response_format/json_schema");
        assertThat(format.path("strict").booleanValue()).isFalse();
        assertThat(format.get("schema")).isEqualTo(Asking.json(schema));
    }

    @Test
    void an_answer_that_does_not_fit_is_told_to_the_model_once() {
        model.does(FakeModel.inTurn(
                FakeModel.says("{\"total\": \"much\"}"), FakeModel.says("```json\n{\"total\": 3}\n```")));
        try (Asking asking = Asking.of(model)) {
            JsonNode answer = asking.extract(Asking.extraction(SCHEMA));

            assertThat(answer.at("/choices/0/message/parsed").toString()).isEqualTo("{\"total\":3}");
            assertThat(answer.at("/usage/prompt_tokens").intValue()).isEqualTo(14);
        }
        model.next();
        JsonNode messages = Asking.asked(model.next()).get("messages");
        assertThat(messages).hasSize(4);
        assertThat(messages.at("/2/role").textValue()).isEqualTo("assistant");
        assertThat(messages.at("/2/content").textValue()).isEqualTo("{\"total\": \"much\"}");
        assertThat(messages.at("/3/content").toString()).contains("/total is against the schema's type");
    }

    @Test
    void an_answer_that_still_does_not_fit_fails_the_job_with_what_is_wrong_and_no_values() {
        model.does(FakeModel.says("{\"total\": \"secret\"}"));
        try (Asking asking = Asking.of(model)) {
            var error = asking.failed(Asking.extraction(SCHEMA));

            assertThat(error.code()).isEqualTo("model_answer_invalid");
            assertThat(error.details().get("errors").toString())
                    .contains("/total")
                    .doesNotContain("secret");
            assertThat(error.message()).doesNotContain("secret");
        }
        assertThat(model.exchanges()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Here you are: {\"total\"", "{\"total\": 1E99999999999}"})
    void what_is_no_json_that_can_be_read_is_not_repaired_for_ever(String answer) {
        model.does(FakeModel.says(answer));
        try (Asking asking = Asking.of(model, "repairs", "2")) {
            assertThat(asking.failed(Asking.extraction(SCHEMA)).code()).isEqualTo("model_answer_invalid");
        }
        assertThat(model.exchanges()).hasSize(3);
    }

    @Test
    void votes_agree_on_what_most_of_them_have() {
        model.does(FakeModel.inTurn(
                FakeModel.says("{\"total\": 3, \"note\": \"a\"}"),
                FakeModel.says("{\"total\": 4, \"note\": \"a\"}"),
                FakeModel.says("{\"total\": 4.0, \"note\": null}")));
        try (Asking asking = Asking.of(model)) {
            JsonNode answer = asking.extract(Asking.extraction(SCHEMA).put("n_consensus", 3));

            JsonNode parsed = answer.at("/choices/0/message/parsed");
            assertThat(parsed.at("/total").doubleValue()).isEqualTo(4);
            assertThat(parsed.at("/note").textValue()).isEqualTo("a");
            assertThat(answer.at("/likelihoods").toString()).isEqualTo("{\"total\":0.67,\"note\":0.67}");
            assertThat(answer.at("/choices")).hasSize(4);
            assertThat(answer.at("/usage/credits").intValue()).isEqualTo(3);
            assertThat(answer.at("/usage/completion_tokens").intValue()).isEqualTo(15);
        }
    }

    @Test
    void more_votes_than_allowed_are_refused() {
        try (Asking asking = Asking.of(model, "max-consensus", "2")) {
            var error = asking.failed(Asking.extraction(SCHEMA).put("n_consensus", 3));

            assertThat(error.code()).isEqualTo("request_invalid");
        }
        assertThat(model.exchanges()).isEmpty();
    }

    @Test
    void additional_messages_stand_behind_the_document() {
        model.does(FakeModel.says("{\"total\":1}"));
        ObjectNode request = Asking.extraction(SCHEMA);
        request.set(
                "additional_messages",
                Asking.json("{'m':[{'role':'developer','content':'Be brief.'},{'role':'assistant','content':'Yes.'},"
                                + "{'role':'user','content':[{'type':'text','text':'The total is gross.'}]}]}")
                        .get("m"));
        try (Asking asking = Asking.of(model)) {
            asking.extract(request);
        }
        JsonNode messages = Asking.asked(model.next()).get("messages");
        assertThat(messages.findValuesAsText("role")).containsExactly("system", "user", "system", "assistant", "user");
        assertThat(messages.get(4).toString()).contains("The total is gross.");
    }

    @Test
    void a_service_that_cannot_be_held_to_a_schema_is_asked_otherwise() {
        model.does(FakeModel.says("{\"total\":1}"));
        try (Asking asking = Asking.of(model, "output", "json-object", "max-tokens", "500")) {
            asking.extract(Asking.extraction(SCHEMA));
        }
        JsonNode asked = Asking.asked(model.next());
        assertThat(asked.at("/response_format").toString()).isEqualTo("{\"type\":\"json_object\"}");
        assertThat(asked.at("/max_tokens").intValue()).isEqualTo(500);
        assertThat(asked.at("/messages/0/content").toString()).contains("\\\"total\\\"");
        try (Asking asking = Asking.of(model, "output", "prompt")) {
            asking.extract(Asking.extraction(SCHEMA));
        }
        assertThat(Asking.asked(model.next()).has("response_format")).isFalse();
    }

    @Test
    void a_service_that_does_not_stream_is_asked_for_a_whole_answer() {
        model.does(FakeModel.saysAtOnce("{\"total\":1}", null, "stop"));
        try (Asking asking = Asking.of(model, "streaming", "false")) {
            JsonNode answer = asking.extract(Asking.extraction(SCHEMA));

            assertThat(answer.at("/choices/0/message/parsed/total").intValue()).isEqualTo(1);
            assertThat(answer.at("/usage/total_tokens").intValue()).isEqualTo(12);
        }
        assertThat(Asking.asked(model.next()).path("stream").asBoolean()).isFalse();
    }

    @Test
    void a_schema_or_a_document_that_cannot_be_worked_with_asks_nobody() {
        try (Asking asking = Asking.of(model, "max-text", "10")) {
            assertThat(asking.failed(Asking.extraction("{'type':'object','properties':{'a':{'$ref':'#/b'}}}"))
                            .code())
                    .isEqualTo("schema_invalid");
            assertThat(asking.failed(Asking.extraction(SCHEMA)).code()).isEqualTo("document_too_large");
        }
        assertThat(model.exchanges()).isEmpty();
    }
}
