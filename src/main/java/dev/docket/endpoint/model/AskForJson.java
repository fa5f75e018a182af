package dev.docket.endpoint.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.ParseJson;
import dev.docket.job.ErrorCode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.output.FinishReason;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks for JSON, checks what comes, and tells the model what is wrong with it before it gives up. */
final class AskForJson {
    private static final int MOST_TOLD = 20;

    private static final ParseJson JSON = ParseJson.ofValues(StreamReadConstraints.defaults());

    private final AskModel model;
    private final int repairs;

    AskForJson(AskModel model, int repairs) {
        this.model = model;
        this.repairs = repairs;
    }

    /**
     * An answer without faults.
     *
     * @param check what is wrong with an answer, each fault in words without its values; empty when nothing is
     * @throws ModelFailed when there is none
     */
    JsonNode ask(Question question, Function<JsonNode, List<String>> check, Tokens tokens) {
        Question asked = question;
        for (int repair = 0; ; repair++) {
            Reply reply = willing(model.ask(asked, tokens));
            JsonNode value = parsed(reply.text());
            List<String> faults = value == null ? List.of("it is not JSON") : check.apply(value);
            if (faults.isEmpty()) {
                return value;
            }
            if (repair == repairs) {
                throw invalid(faults);
            }
            asked = asked.with(AiMessage.from(shown(reply.text())), UserMessage.from(told(faults)));
        }
    }

    /** Text of any kind, from a model that has finished and did not refuse. */
    static Reply willing(Reply reply) {
        if (reply.refusal() != null || reply.finish() == FinishReason.CONTENT_FILTER) {
            throw ModelFailed.last(ErrorCode.MODEL_REFUSED, "The model refused to answer.");
        }
        if (reply.finish() == FinishReason.LENGTH) {
            throw ModelFailed.last(
                    ErrorCode.MODEL_ANSWER_CUT_OFF,
                    "The model reached its limit on tokens before its answer was complete.");
        }
        return reply;
    }

    /** Null when it is not JSON. Models that were not held to a format like to put a fence around it. */
    private static JsonNode parsed(String text) {
        String bare = text.strip();
        if (bare.startsWith("```") && bare.endsWith("```") && bare.indexOf('\n') > 0) {
            bare = bare.substring(bare.indexOf('\n'), bare.length() - 3);
        }
        try {
            JsonNode value = JSON.tree(bare);
            return value.isMissingNode() ? null : value;
        } catch (JsonProcessingException broken) {
            return null;
        }
    }

    private static String told(List<String> faults) {
        return "That answer cannot be used: "
                + String.join("; ", faults.subList(0, Math.min(MOST_TOLD, faults.size())))
                + ". Answer again with the whole JSON, corrected, and nothing else.";
    }

    /** A message must not be empty. */
    private static String shown(String text) {
        return text.isBlank() ? "(nothing)" : text;
    }

    private static ModelFailed invalid(List<String> faults) {
        List<String> listed = faults.subList(0, Math.min(MOST_TOLD, faults.size()));
        return ModelFailed.last(
                ErrorCode.MODEL_ANSWER_INVALID,
                "The model's answer does not fit: " + listed.get(0) + ".",
                Map.of("errors", listed, "error_count", faults.size()));
    }
}
