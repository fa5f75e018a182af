package dev.docket.endpoint.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final String STREAM =
            ": hello\n\ndata: one\n\nevent: error\r\ndata:two \u00e4\u20ac\r\ndata: more\r\n\r\n"
                    + "id: 7\rdata\rdata: three\r\rnonsense\n\ndata: last";

    private static final List<String> EVENTS =
            List.of("null one", "error two \u00e4\u20ac\nmore", "null three", "null last");

    @Test
    void events_are_the_same_wherever_the_bytes_are_cut() {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(events(slice(bytes, 0, cut), slice(bytes, cut, bytes.length)))
                    .as("cut at " + cut)
                    .isEqualTo(EVENTS);
        }
    }

    @Test
    void bytes_may_come_one_by_one() {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        Buffer[] pieces = new Buffer[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            pieces[i] = slice(bytes, i, i + 1);
        }
        assertThat(events(pieces)).isEqualTo(EVENTS);
    }

    private static List<String> events(Buffer... pieces) {
        List<String> events = new ArrayList<>();
        EventStream stream = new EventStream(event -> events.add(event.event() + " " + event.data()));
        for (Buffer piece : pieces) {
            stream.take(piece);
        }
        stream.end();
        return events;
    }

    private static Buffer slice(byte[] bytes, int from, int to) {
        return Buffer.buffer(bytes).slice(from, to);
    }
}
