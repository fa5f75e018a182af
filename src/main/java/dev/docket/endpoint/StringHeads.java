package dev.docket.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the starts of strings straight from the request's bytes, beside the parser that only passes over them: a parser
 * hands out a string as a whole or not at all, and a document is a string of many megabytes.
 *
 * <p>Offsets must not fall: the cursor over the segments moves forward only, so that a request of many small strings in
 * many segments costs no more than one pass.
 */
final class StringHeads {
    /** The most that is ever looked at of a string, in bytes: well over 1024 characters, each an escape of six. */
    static final int LONGEST = 8 * 1024;

    private final List<ByteBuffer> segments;
    private final byte[] bytes = new byte[LONGEST];
    private int segment;
    private long segmentStart;

    StringHeads(List<ByteBuffer> segments) {
        this.segments = segments;
    }

    /**
     * The head of the string literal whose opening quote stands at an offset.
     *
     * @param limit how many bytes to look at, at most {@link #LONGEST}
     */
    StringHead at(long quote, int limit) {
        seek(quote + 1);
        int size = 0;
        int at = segment;
        long index = quote + 1 - segmentStart;
        boolean escaped = false;
        while (size < limit && at < segments.size()) {
            ByteBuffer buffer = segments.get(at);
            if (index >= buffer.limit()) {
                index -= buffer.limit();
                at++;
                continue;
            }
            byte next = buffer.get((int) index++);
            if (next == '"' && !escaped) {
                return new StringHead(decode(size), true, size);
            }
            escaped = next == '\\' && !escaped;
            bytes[size++] = next;
        }
        return new StringHead(decode(size), false, size);
    }

    private void seek(long offset) {
        while (segment < segments.size()
                && offset - segmentStart >= segments.get(segment).limit()) {
            segmentStart += segments.get(segment).limit();
            segment++;
        }
    }

    private String decode(int size) {
        String raw = new String(bytes, 0, size, StandardCharsets.UTF_8);
        return raw.indexOf('\\') < 0 ? raw : JsonEscapes.resolve(raw);
    }
}
