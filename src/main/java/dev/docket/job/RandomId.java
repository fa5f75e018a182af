package dev.docket.job;

import java.security.SecureRandom;

/** Makes names that nobody can guess and nobody has made before, in the nanoid alphabet: 6 random bits a character. */
public final class RandomId {
    /** In the order of their bytes, in which the database sorts ids. */
    private static final char[] ALPHABET =
            "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".toCharArray();

    private static final int TIME = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    /** The prefix and {@code length} random characters. */
    public static String of(String prefix, int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        StringBuilder id = new StringBuilder(prefix);
        for (byte b : bytes) {
            id.append(ALPHABET[b & 63]);
        }
        return id.toString();
    }

    /**
     * The prefix and {@code length} characters, of which the first eight are the time: names sort as they were made, to
     * the millisecond.
     */
    public static String rising(String prefix, int length, long millis) {
        StringBuilder id = new StringBuilder(prefix);
        for (int character = TIME - 1; character >= 0; character--) {
            id.append(ALPHABET[(int) (millis >>> 6 * character) & 63]);
        }
        return of(id.toString(), length - TIME);
    }
}
