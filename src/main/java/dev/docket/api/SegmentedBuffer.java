package dev.docket.api;

import dev.docket.job.Payload;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects a body from the network's buffers into segments of its own. Each byte is copied once; the segments are never
 * joined, so a large body needs neither a large array nor twice its size.
 */
final class SegmentedBuffer {
    static final int SEGMENT = 256 * 1024;
    private static final int FIRST_GUESS = 8 * 1024;

    private final List<ByteBuffer> filled = new ArrayList<>();
    private final long declared;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private long length;

    /** @param declared the length that the client announced, or -1; memory is taken as bytes arrive, not before */
    SegmentedBuffer(long declared) {
        this.declared = declared;
    }

    void append(Buffer chunk) {
        int from = 0;
        while (from < chunk.length()) {
            if (!current.hasRemaining()) {
                startSegment();
            }
            int size = Math.min(current.remaining(), chunk.length() - from);
            chunk.getBytes(from, from + size, current.array(), current.position());
            current.position(current.position() + size);
            from += size;
            length += size;
        }
    }

    long length() {
        return length;
    }

    Payload toPayload() {
        closeSegment();
        return new Payload(filled);
    }

    private void startSegment() {
        closeSegment();
        long rest = declared > length ? declared - length : Math.max(FIRST_GUESS, length);
        current = ByteBuffer.allocate((int) Math.min(SEGMENT, rest));
    }

    private void closeSegment() {
        if (current.position() > 0) {
            filled.add(current.flip());
        }
        current = ByteBuffer.allocate(0);
    }
}
