package dev.docket.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One message of PostgreSQL's protocol.
 *
 * @param type its letter; 0 for what a client sends before it has a session, which has none
 * @param bytes all of it, as it is passed on
 */
record WireMessage(char type, byte[] bytes) {
    private static final int LENGTH = 4;
    private static final int ASKS_FOR_TLS = 80877103;
    private static final int ASKS_FOR_GSS = 80877104;

    static WireMessage read(DataInputStream in) throws IOException {
        return read((char) in.readUnsignedByte(), 1, in);
    }

    static WireMessage readUntyped(DataInputStream in) throws IOException {
        return read('\0', 0, in);
    }

    private static WireMessage read(char type, int typeBytes, DataInputStream in) throws IOException {
        int length = in.readInt();
        ByteBuffer whole = ByteBuffer.allocate(typeBytes + length);
        if (typeBytes > 0) {
            whole.put((byte) type);
        }
        whole.putInt(length);
        in.readFully(whole.array(), typeBytes + LENGTH, length - LENGTH);
        return new WireMessage(type, whole.array());
    }

    /** Whether the server answers it with a single letter, before any session. */
    boolean asksForEncryption() {
        int code = ByteBuffer.wrap(bytes, LENGTH, Integer.BYTES).getInt();
        return type == 0 && (code == ASKS_FOR_TLS || code == ASKS_FOR_GSS);
    }

    /** The text that begins after so many others; texts end with a zero byte. */
    String text(int index) {
        int from = 1 + LENGTH;
        for (int passed = 0; passed < index; passed++) {
            from = end(from) + 1;
        }
        return new String(bytes, from, end(from) - from, StandardCharsets.UTF_8);
    }

    /** Everything as text, of use with what a client says of itself. */
    String asText() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The state of the session's transaction, as the last byte of "ready for query" tells it. */
    char lastLetter() {
        return (char) bytes[bytes.length - 1];
    }

    private int end(int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }
}
