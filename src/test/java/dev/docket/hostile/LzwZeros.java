package dev.docket.hostile;

import java.io.ByteArrayOutputStream;

/** Zeros packed as LZW of PDF can pack them best: each code says one zero more than the one before. */
final class LzwZeros {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int LAST = 4094;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pending;
    private int bits;

    /** At least so many bytes, packed. */
    static byte[] of(long size) {
        LzwZeros zeros = new LzwZeros();
        long written = 0;
        while (written < size) {
            zeros.write(CLEAR, written == 0 ? 9 : 12);
            zeros.write(0, 9);
            written++;
            for (int code = FIRST; code < LAST; code++) {
                zeros.write(code, width(code));
                written += code - CLEAR;
            }
        }
        zeros.write(END, 12);
        zeros.write(0, 8);
        return zeros.out.toByteArray();
    }

    /** Codes become longer one entry before the table needs it. */
    private static int width(int tableSize) {
        return 32 - Integer.numberOfLeadingZeros(Math.max(CLEAR, tableSize + 1));
    }

    private void write(int code, int width) {
        pending = pending << width | code;
        bits += width;
        while (bits >= 8) {
            bits -= 8;
            out.write(pending >> bits);
            pending &= (1 << bits) - 1;
        }
    }
}
