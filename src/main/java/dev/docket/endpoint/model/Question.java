package dev.docket.endpoint.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * What the model is asked.
 *
 * @param model as the request names it
 * @param messages the conversation so far
 * @param form what the answer is to look like
 * @param temperature as the request has it, or null
 * @param seed as the request has it, or null
 * @param effort how hard a reasoning model is to try, or null
 */
record Question(String model, List<ChatMessage> messages, Form form, Double temperature, Integer seed, String effort) {
    /** The same conversation, gone on. */
    Question with(ChatMessage... further) {
        List<ChatMessage> all = new ArrayList<>(messages);
        all.addAll(List.of(further));
        return new Question(model, List.copyOf(all), form, temperature, seed, effort);
    }

    /** What an answer looks like. */
    sealed interface Form {
        /** Any text. */
        record Text() implements Form {}

        /**
         * JSON by a schema.
         *
         * @param schema null when any object will do
         * @param strict whether the schema is one that a service can hold the model to
         */
        record Json(JsonNode schema, boolean strict) implements Form {}
    }
}
