package dev.docket.endpoint.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.job.ErrorCode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;

/** Reads the messages that a request puts behind its document. */
final class ExtraMessages {
    private final boolean images;

    /** @param images whether the model takes them */
    ExtraMessages(boolean images) {
        this.images = images;
    }

    /** @throws DocumentRefused for a message that cannot be passed on */
    List<ChatMessage> read(JsonNode sent) {
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonNode message : sent) {
            List<Content> contents = contents(message.path("content"), messages.size());
            if (!contents.isEmpty()) {
                messages.add(message(message.path("role").asText(), contents));
            }
        }
        return messages;
    }

    /** What a tool said is told as the user's word: there is no call of it that it could answer. */
    private static ChatMessage message(String role, List<Content> contents) {
        return switch (role) {
            case "system", "developer" -> SystemMessage.from(text(contents));
            case "assistant" -> AiMessage.from(text(contents));
            default -> UserMessage.from(contents);
        };
    }

    private List<Content> contents(JsonNode content, int at) {
        List<Content> contents = new ArrayList<>();
        if (content.isTextual() && !content.textValue().isBlank()) {
            contents.add(TextContent.from(content.textValue()));
        }
        for (JsonNode part : content) {
            String text = part.path("text").asText("");
            String url = part.path("image_url").path("url").asText("");
            if (part.path("type").asText().equals("text") && !text.isBlank()) {
                contents.add(TextContent.from(text));
            } else if (part.path("type").asText().equals("image_url") && images && url.startsWith("data:image/")) {
                contents.add(ImageContent.from(url));
            } else if (!part.path("type").asText().equals("text")) {
                throw new DocumentRefused(
                        ErrorCode.REQUEST_INVALID,
                        "request.additional_messages[" + at + "] has a part that this model does not take.");
            }
        }
        return contents;
    }

    private static String text(List<Content> contents) {
        StringBuilder text = new StringBuilder();
        for (Content content : contents) {
            text.append(content instanceof TextContent part ? part.text() : "").append('\n');
        }
        return text.toString().strip();
    }
}
