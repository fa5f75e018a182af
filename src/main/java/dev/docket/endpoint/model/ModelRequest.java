package dev.docket.endpoint.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.local.LocalRequest;
import dev.docket.endpoint.local.ScanRequest;
import dev.docket.job.ErrorCode;
import dev.docket.job.Payload;
import dev.langchain4j.data.message.ChatMessage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What a request says about how its model is asked. */
record ModelRequest(LocalRequest sent) {
    private static final List<String> COMMON =
            List.of("model", "temperature", "seed", "reasoning_effort", "image_resolution_dpi", "n_consensus");
    private static final int DPI = 192;

    /** Finds the fields that every call looks at, and those named. */
    static ModelRequest read(Payload request, String... fields) throws IOException {
        String[] wanted = Stream.concat(COMMON.stream(), Stream.of(fields)).toArray(String[]::new);
        return new ModelRequest(ScanRequest.scan(request, wanted));
    }

    String model() {
        return sent.text("model");
    }

    String text(String field) {
        return sent.text(field);
    }

    JsonNode field(String name) {
        return sent.fields().path(name);
    }

    int dpi() {
        return field("image_resolution_dpi").asInt(DPI);
    }

    /** How many votes there are to be. */
    int votes(int most) {
        long asked = Math.max(1, field("n_consensus").asLong(1));
        if (asked > most) {
            throw new DocumentRefused(
                    ErrorCode.REQUEST_INVALID,
                    "n_consensus is " + asked + ", and a model is asked " + most + " times at most.");
        }
        return (int) asked;
    }

    Question question(List<ChatMessage> messages, Question.Form form) {
        JsonNode temperature = field("temperature");
        JsonNode seed = field("seed");
        return new Question(
                model(),
                messages,
                form,
                temperature.isNumber() ? temperature.doubleValue() : null,
                seed.canConvertToInt() && seed.isNumber() ? seed.intValue() : null,
                text("reasoning_effort"));
    }
}
