package dev.docket.endpoint.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts the images of a TIFF file, each of which says where the next one is. ImageIO would follow a circle of them for
 * ever, and cannot be interrupted.
 */
final class TiffPages {
    private static final int FIRST = 4;
    private static final int ENTRY = 12;

    private TiffPages() {}

    /**
     * Of a file that was cut off, those whose beginning is there.
     *
     * @param most how many may be there; at one more it stops
     */
    static int count(byte[] tiff, int most) {
        ByteBuffer file = ByteBuffer.wrap(tiff).order(tiff[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        Set<Long> seen = new HashSet<>();
        long next = offset(file, FIRST);
        while (next != 0 && seen.size() <= most) {
            WorkStopped.check();
            if (!seen.add(next)) {
                throw DocumentRefused.damaged(DocumentType.IMAGE);
            }
            long entries = next + 2 > tiff.length ? 0 : file.getShort((int) next) & 0xffff;
            next = offset(file, next + 2 + entries * ENTRY);
        }
        return seen.size();
    }

    private static long offset(ByteBuffer file, long at) {
        return at + Integer.BYTES > file.limit() ? 0 : file.getInt((int) at) & 0xffffffffL;
    }
}
