package dev.docket.job;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** Reads the segments of a payload one after the other. */
final class PayloadStream extends InputStream {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Iterator<ByteBuffer> rest;
    private ByteBuffer current = NOTHING;

    PayloadStream(List<ByteBuffer> segments) {
        rest = segments.iterator();
    }

    @Override
    public int read() {
        return advance() ? current.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int size) {
        if (size == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(size, current.remaining());
        current.get(target, offset, count);
        return count;
    }

    @Override
    public int available() {
        return current.remaining();
    }

    private boolean advance() {
        while (!current.hasRemaining()) {
            if (!rest.hasNext()) {
                return false;
            }
            current = rest.next();
        }
        return true;
    }
}
