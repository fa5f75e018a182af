package dev.docket.endpoint.document;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Bytes of a PDF that cannot be read on after the reading thread was interrupted. */
final class StoppablePdfSource extends RandomAccessReadBuffer {
    StoppablePdfSource(byte[] bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        WorkStopped.check();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
        WorkStopped.check();
        return super.read(target, offset, size);
    }
}
