package dev.docket.endpoint.model;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;

/** Says to the service what an answer is to look like. */
final class AnswerFormat {
    private static final String NAME = "result";

    private AnswerFormat() {}

    /** Null when there is nothing to say, or nothing that the service understands. */
    static ResponseFormat of(Question.Form form, ModelConfig.Output output) {
        if (!(form instanceof Question.Form.Json json) || output == ModelConfig.Output.PROMPT) {
            return null;
        }
        if (json.schema() == null || output == ModelConfig.Output.JSON_OBJECT) {
            return ResponseFormat.JSON;
        }
        JsonSchema schema = JsonSchema.builder()
                .name(NAME)
                .rootElement(JsonRawSchema.from(json.schema().toString()))
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(schema)
                .build();
    }

    static boolean isStrict(Question.Form form) {
        return form instanceof Question.Form.Json json && json.strict();
    }
}
