package dev.docket.endpoint.model;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Puts the events of a stream together as its bytes come, however they were cut. */
final class EventStream {
    private final Consumer<ServerSentEvent> events;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String event;
    private boolean afterReturn;

    EventStream(Consumer<ServerSentEvent> events) {
        this.events = events;
    }

    void take(Buffer piece) {
        for (int i = 0; i < piece.length(); i++) {
            byte octet = piece.getByte(i);
            if (octet == '\n' && afterReturn) {
                afterReturn = false;
            } else if (octet == '\n' || octet == '\r') {
                afterReturn = octet == '\r';
                line(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                afterReturn = false;
                line.write(octet);
            }
        }
    }

    /** The last event counts even if the empty line behind it is missing. */
    void end() {
        if (line.size() > 0) {
            line(line.toString(StandardCharsets.UTF_8));
        }
        line("");
    }

    private void line(String text) {
        if (text.isEmpty()) {
            dispatch();
        } else if (text.startsWith("data:")) {
            data.append(data.isEmpty() ? "" : "\n").append(value(text, 5));
        } else if (text.startsWith("event:")) {
            event = value(text, 6);
        }
    }

    private static String value(String text, int from) {
        return text.startsWith(" ", from) ? text.substring(from + 1) : text.substring(from);
    }

    private void dispatch() {
        if (!data.isEmpty()) {
            events.accept(new ServerSentEvent(event, data.toString()));
        }
        data.setLength(0);
        event = null;
    }
}
