package dev.docket.endpoint.local;

import dev.docket.job.Payload;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Gathers written bytes in segments that become a payload as they are, without a last copy. */
public final class PayloadWriter extends OutputStream {
    private static final int SEGMENT = 64 * 1024;

    private final List<ByteBuffer> full = new ArrayList<>();
    private ByteBuffer open = ByteBuffer.allocate(SEGMENT);

    @Override
    public void write(int value) {
        room();
        open.put((byte) value);
    }

    @Override
    public void write(byte[] source, int offset, int size) {
        int at = offset;
        while (at < offset + size) {
            room();
            int part = Math.min(offset + size - at, open.remaining());
            open.put(source, at, part);
            at += part;
        }
    }

    public Payload payload() {
        List<ByteBuffer> segments = new ArrayList<>(full);
        segments.add(open.duplicate().flip());
        return new Payload(segments);
    }

    private void room() {
        if (!open.hasRemaining()) {
            full.add(open.flip());
            open = ByteBuffer.allocate(SEGMENT);
        }
    }
}
