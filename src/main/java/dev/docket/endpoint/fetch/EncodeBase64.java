package dev.docket.endpoint.fetch;

import java.util.Arrays;
import java.util.Base64;

/** Encodes bytes that come in pieces of any size as one piece of base64. */
final class EncodeBase64 {
    private byte[] rest = new byte[0];

    /** The length of so many bytes in base64. */
    static long length(long bytes) {
        return (bytes + 2) / 3 * 4;
    }

    /** What can be said now; at most two bytes wait for those that follow. */
    byte[] take(byte[] piece) {
        byte[] all = Arrays.copyOf(rest, rest.length + piece.length);
        System.arraycopy(piece, 0, all, rest.length, piece.length);
        int whole = all.length / 3 * 3;
        rest = Arrays.copyOfRange(all, whole, all.length);
        return Base64.getEncoder().encode(Arrays.copyOf(all, whole));
    }

    /** What is left to say after the last piece. */
    byte[] end() {
        return Base64.getEncoder().encode(rest);
    }
}
