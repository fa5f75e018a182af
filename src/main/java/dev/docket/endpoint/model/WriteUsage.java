package dev.docket.endpoint.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes what a run counts for, which every answer has. */
final class WriteUsage {
    private WriteUsage() {}

    static void write(JsonGenerator json, Tokens tokens, int pages, BigDecimal credits) throws IOException {
        json.writeObjectFieldStart("usage");
        json.writeNumberField("prompt_tokens", tokens.prompt());
        json.writeNumberField("completion_tokens", tokens.completion());
        json.writeNumberField("total_tokens", tokens.prompt() + tokens.completion());
        json.writeNumberField("page_count", pages);
        json.writeNumberField("credits", credits);
        json.writeEndObject();
    }
}
