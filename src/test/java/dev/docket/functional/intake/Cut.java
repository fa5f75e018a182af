package dev.docket.functional.intake;

import dev.docket.job.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes payloads of several segments. */
final class Cut {
    private Cut() {}

    static Payload at(byte[] bytes, int... places) {
        List<ByteBuffer> segments = new ArrayList<>();
        int from = 0;
        for (int place : places) {
            segments.add(ByteBuffer.wrap(bytes, from, place - from));
            from = place;
        }
        segments.add(ByteBuffer.wrap(bytes, from, bytes.length - from));
        return new Payload(segments);
    }

    static Payload whole(String text) {
        return Payload.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
