package dev.docket.endpoint.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;

/** BLAKE2b of RFC 7693 without a key. The JDK has none, and a cryptographic provider is megabytes for one digest. */
final class Blake2b {
    private static final int BLOCK = 128;
    private static final long[] IV = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
    };
    private static final int[][] SIGMA = Stream.of(
                    "0123456789abcdef",
                    "ea489fd61c02b753",
                    "b8c052fdae367194",
                    "7931dcbe265a40f8",
                    "905724afe1bc683d",
                    "2c6a0b834d75fe19",
                    "c51fed4a0763928b",
                    "db7ec13950f4862a",
                    "6fe9b308c2d714a5",
                    "a2847615fb9e3cd0")
            .map(order -> order.chars().map(digit -> Character.digit(digit, 16)).toArray())
            .toArray(int[][]::new);

    private final long[] state = IV.clone();
    private final long[] message = new long[16];
    private final long[] work = new long[16];

    private Blake2b(int digestSize) {
        state[0] ^= 0x01010000L | digestSize;
    }

    /** The digest, of the size in bytes that also enters the hash itself: a short one is no prefix of a long one. */
    static byte[] digest(byte[] input, int digestSize) {
        Blake2b hash = new Blake2b(digestSize);
        ByteBuffer bytes = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() > BLOCK) {
            hash.compress(bytes, bytes.position() + BLOCK, false);
        }
        byte[] last = new byte[BLOCK];
        bytes.get(last, 0, bytes.remaining());
        hash.compress(ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN), input.length, true);
        ByteBuffer digest = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        digest.asLongBuffer().put(hash.state);
        return Arrays.copyOf(digest.array(), digestSize);
    }

    private void compress(ByteBuffer bytes, long counted, boolean last) {
        for (int i = 0; i < 16; i++) {
            message[i] = bytes.getLong();
            work[i] = i < 8 ? state[i] : IV[i - 8];
        }
        work[12] ^= counted;
        work[14] = last ? ~work[14] : work[14];
        for (int round = 0; round < 12; round++) {
            mix(SIGMA[round % 10]);
        }
        for (int i = 0; i < 8; i++) {
            state[i] ^= work[i] ^ work[i + 8];
        }
    }

    private void mix(int[] order) {
        for (int i = 0; i < 8; i++) {
            // The first four mixes run down the columns, the others along the diagonals.
            int shift = i / 4;
            int column = i % 4;
            mix(
                    column,
                    4 + (column + shift) % 4,
                    8 + (column + 2 * shift) % 4,
                    12 + (column + 3 * shift) % 4,
                    message[order[2 * i]],
                    message[order[2 * i + 1]]);
        }
    }

    private void mix(int a, int b, int c, int d, long x, long y) {
        work[a] += work[b] + x;
        work[d] = Long.rotateRight(work[d] ^ work[a], 32);
        work[c] += work[d];
        work[b] = Long.rotateRight(work[b] ^ work[c], 24);
        work[a] += work[b] + y;
        work[d] = Long.rotateRight(work[d] ^ work[a], 16);
        work[c] += work[d];
        work[b] = Long.rotateRight(work[b] ^ work[c], 63);
    }
}
