package dev.docket.job;

import java.security.SecureRandom;

/** Makes names that nobody can guess and nobody has made before, in the nanoid alphabet: 6 random bits a character. */
public final class RandomId {
    private static final char[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".toCharArray();
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
}
