package dev.docket.job;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a JSON value exactly as they were sent, held once in segments that are never copied: slices share the
 * memory of the payload they were cut from.
 */
public final class Payload {
    private final List<ByteBuffer> segments;
    private final int length;

    /** Takes read-only views of the buffers' remaining bytes; the caller must not write to them afterwards. */
    public Payload(List<ByteBuffer> buffers) {
        List<ByteBuffer> views = new ArrayList<>(buffers.size());
        int total = 0;
        for (ByteBuffer buffer : buffers) {
            ByteBuffer view = buffer.slice().asReadOnlyBuffer();
            views.add(view);
            total = Math.addExact(total, view.remaining());
        }
        this.segments = List.copyOf(views);
        this.length = total;
    }

    public static Payload of(byte[] bytes) {
        return new Payload(List.of(ByteBuffer.wrap(bytes)));
    }

    public int length() {
        return length;
    }

    /** Fresh views of the segments, in order, each with its own position. */
    public List<ByteBuffer> segments() {
        return segments.stream().map(ByteBuffer::duplicate).toList();
    }

    /** The bytes from {@code from} (inclusive) to {@code to} (exclusive), sharing memory with this payload. */
    public Payload slice(int from, int to) {
        if (from < 0 || to < from || to > length) {
            throw new IndexOutOfBoundsException("slice " + from + ".." + to + " of " + length);
        }
        List<ByteBuffer> cut = new ArrayList<>();
        int start = 0;
        for (ByteBuffer segment : segments) {
            int end = start + segment.remaining();
            int low = Math.max(from, start);
            int high = Math.min(to, end);
            if (low < high) {
                cut.add(segment.slice(low - start, high - low));
            }
            start = end;
        }
        return new Payload(cut);
    }

    /** One contiguous copy. */
    public byte[] toBytes() {
        byte[] bytes = new byte[length];
        int at = 0;
        for (ByteBuffer segment : segments()) {
            int size = segment.remaining();
            segment.get(bytes, at, size);
            at += size;
        }
        return bytes;
    }

    /** Reads the payload from its start without copying it. */
    public InputStream open() {
        return new PayloadStream(segments());
    }
}
