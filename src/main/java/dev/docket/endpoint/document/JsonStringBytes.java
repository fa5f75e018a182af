package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * The content of a JSON string of ASCII characters, read from behind its opening quote to its closing one with escapes
 * resolved. White space is left out, as base64 may be broken into lines. Anything outside of ASCII comes as {@code ?},
 * which no base64 has.
 */
final class JsonStringBytes extends InputStream {
    private final InputStream source;
    private final byte[] buffer = new byte[16 * 1024];
    private int at;
    private int filled;
    private boolean ended;

    JsonStringBytes(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        int next;
        do {
            next = ended ? -1 : character();
        } while (next == ' ' || next == '\n' || next == '\r' || next == '\t');
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
        int count = 0;
        while (count < size) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (byte) next;
        }
        return count;
    }

    private int character() throws IOException {
        int next = raw();
        if (next == '"' || next < 0) {
            ended = true;
            return -1;
        }
        if (next == '\\') {
            return escaped(raw());
        }
        return next < 128 ? next : '?';
    }

    private int escaped(int kind) throws IOException {
        return switch (kind) {
            case 'n', 'r', 't' -> ' ';
            case 'u' -> unicode();
            default -> kind;
        };
    }

    private int unicode() throws IOException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            code = code * 16 + Character.digit(raw(), 16);
        }
        return code > 0 && code < 128 ? code : '?';
    }

    /** The next byte as it stands; buffered here, because a buffered stream of the JDK takes a lock for every byte. */
    private int raw() throws IOException {
        if (at == filled) {
            filled = source.read(buffer, 0, buffer.length);
            at = 0;
        }
        return filled <= 0 ? -1 : buffer[at++] & 0xff;
    }
}
