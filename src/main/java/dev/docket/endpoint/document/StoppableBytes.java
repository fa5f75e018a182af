package dev.docket.endpoint.document;

import java.io.ByteArrayInputStream;

/** Bytes that cannot be read on after the reading thread was interrupted. */
final class StoppableBytes extends ByteArrayInputStream {
    StoppableBytes(byte[] bytes) {
        super(bytes);
    }

    @Override
    public int read(byte[] target, int offset, int size) {
        WorkStopped.check();
        return super.read(target, offset, size);
    }

    @Override
    public int read() {
        WorkStopped.check();
        return super.read();
    }
}
