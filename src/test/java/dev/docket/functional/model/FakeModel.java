package dev.docket.functional.model;

import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a service that speaks the protocol of chat completions does. */
final class FakeModel {
    static final String STREAM = "Content-Type: text/event-stream";

    private FakeModel() {}

    /** Streams the text, a few characters a piece, and says what it used: 7 tokens in and 5 out. */
    static Behaviour says(String text) {
        return says(text, "stop");
    }

    static Behaviour says(String text, String finish) {
        return exchange -> {
            exchange.head(200, -1, STREAM);
            for (int at = 0; at < text.length(); at += 7) {
                chunk(exchange, new JsonObject().put("content", text.substring(at, Math.min(at + 7, text.length()))));
            }
            end(exchange, finish);
        };
    }

    static Behaviour refuses(String why) {
        return exchange -> {
            exchange.head(200, -1, STREAM);
            chunk(exchange, new JsonObject().put("role", "assistant").put("refusal", why));
            end(exchange, "stop");
        };
    }

    /** Answers at once, as a service does that was not asked to stream. */
    static Behaviour saysAtOnce(String text, String refusal, String finish) {
        JsonObject message =
                new JsonObject().put("role", "assistant").put("content", text).put("refusal", refusal);
        JsonObject answer = answer("message", message, finish)
                .put("usage", new JsonObject("{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}"));
        return Behaviour.replying(200, answer.encode(), "Content-Type: application/json");
    }

    /** Does one after the other, and the last for ever. */
    static Behaviour inTurn(Behaviour... turns) {
        AtomicInteger next = new AtomicInteger();
        return exchange -> turns[Math.min(next.getAndIncrement(), turns.length - 1)].received(exchange);
    }

    /** Sends the text as it is, and then says nothing until the client goes. */
    static Behaviour stallsBehind(String... events) {
        return exchange -> {
            exchange.head(200, -1, STREAM);
            for (String event : events) {
                write(exchange, event);
            }
            exchange.holdUntilClosed();
        };
    }

    /** Sends the text as it is, and closes the connection in good order. */
    static Behaviour ends(String... events) {
        return exchange -> {
            exchange.head(200, -1, STREAM);
            for (String event : events) {
                write(exchange, event);
            }
            exchange.close();
        };
    }

    static String event(String text) {
        return "data: "
                + answer("delta", new JsonObject().put("content", text), null).encode() + "\n\n";
    }

    private static void chunk(Exchange exchange, JsonObject delta) throws IOException {
        write(exchange, "data: " + answer("delta", delta, null).encode() + "\r\n\r\n");
    }

    private static void end(Exchange exchange, String finish) throws IOException {
        write(
                exchange,
                ": a comment\n\ndata: "
                        + answer("delta", new JsonObject(), finish).encode() + "\n\n");
        JsonObject usage = new JsonObject()
                .put("id", "c")
                .put("object", "chat.completion.chunk")
                .put("choices", new JsonArray())
                .put("usage", new JsonObject("{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}"));
        write(exchange, "data: " + usage.encode() + "\n\ndata: [DONE]\n\n");
        exchange.close();
    }

    private static JsonObject answer(String member, JsonObject value, String finish) {
        JsonObject choice = new JsonObject().put("index", 0).put(member, value).put("finish_reason", finish);
        return new JsonObject()
                .put("id", "c")
                .put("object", "chat.completion.chunk")
                .put("created", 1)
                .put("model", "m")
                .put("choices", new JsonArray(List.of(choice)));
    }

    private static void write(Exchange exchange, String text) throws IOException {
        exchange.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
