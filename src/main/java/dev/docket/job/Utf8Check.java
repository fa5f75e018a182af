package dev.docket.job;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * Finds the first byte that plain UTF-8 text does not have: a broken or overlong sequence, an encoded surrogate, a code
 * point beyond U+10FFFF, or NUL. NUL is legal UTF-8 but stands in no JSON text; refusing it here also keeps the parser
 * from taking the text for UTF-16.
 */
public final class Utf8Check {
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;

    private long offset;
    private long characterStart;
    private int missing;
    private int low;
    private int high;

    /** The offset of the first byte of the first bad character, if there is one. */
    public static OptionalLong firstFault(Payload text) {
        Utf8Check check = new Utf8Check();
        for (ByteBuffer segment : text.segments()) {
            if (!check.accepts(segment)) {
                return OptionalLong.of(check.characterStart);
            }
        }
        return check.isBetweenCharacters() ? OptionalLong.empty() : OptionalLong.of(check.characterStart);
    }

    /** Whether the next bytes of the text are good, up to their end. */
    public boolean accepts(ByteBuffer segment) {
        while (segment.hasRemaining()) {
            skipAscii(segment);
            if (segment.hasRemaining() && !accepts(segment.get() & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text may end here. */
    public boolean isBetweenCharacters() {
        return missing == 0;
    }

    /** Eight bytes at a time; documents are base64, so nearly all of a large body goes this way. */
    private void skipAscii(ByteBuffer segment) {
        while (missing == 0 && segment.remaining() >= Long.BYTES) {
            long bytes = segment.getLong(segment.position());
            boolean hasNul = ((bytes - ONES) & ~bytes & HIGH_BITS) != 0;
            if ((bytes & HIGH_BITS) != 0 || hasNul) {
                return;
            }
            segment.position(segment.position() + Long.BYTES);
            offset += Long.BYTES;
        }
    }

    private boolean accepts(int octet) {
        boolean good = missing > 0 ? continues(octet) : starts(octet);
        offset++;
        return good;
    }

    private boolean continues(int octet) {
        if (octet < low || octet > high) {
            return false;
        }
        missing--;
        low = 0x80;
        high = 0xBF;
        return true;
    }

    private boolean starts(int octet) {
        characterStart = offset;
        if (octet < 0x80) {
            return octet != 0;
        }
        // The second byte's range is what rules out overlong forms (E0, F0), surrogates (ED) and the far end (F4).
        low = octet == 0xE0 ? 0xA0 : octet == 0xF0 ? 0x90 : 0x80;
        high = octet == 0xED ? 0x9F : octet == 0xF4 ? 0x8F : 0xBF;
        missing = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
        return octet >= 0xC2 && octet <= 0xF4;
    }
}
