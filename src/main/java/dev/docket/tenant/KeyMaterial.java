package dev.docket.tenant;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * An API key in the clear, as it exists in memory only: the database knows its hash and its hint.
 *
 * @param text the whole key, as a client sends it
 */
public record KeyMaterial(String text) {
    private static final String PREFIX = "sk_docket_";
    private static final int RANDOM_BYTES = 32;
    private static final int SHOWN_OF_OWN_KEYS = 4;
    private static final Pattern ACCEPTABLE = Pattern.compile("[\\x21-\\x7e]{16,512}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A key that was never issued before: {@code sk_docket_} and 256 random bits. */
    public static KeyMaterial fresh() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new KeyMaterial(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether an operator's own key will do: 16 to 512 printable ASCII characters without white space. */
    public static boolean isAcceptable(String text) {
        return text != null && ACCEPTABLE.matcher(text).matches();
    }

    /** SHA-256 of the whole key. A slow hash would add nothing: the key is random, not a password. */
    public byte[] hash() {
        return KeyHash.of(text).bytes();
    }

    /** Enough of the key to tell it from others in a list, too little to guess it. */
    public String hint() {
        int shown = text.startsWith(PREFIX) ? PREFIX.length() + SHOWN_OF_OWN_KEYS : SHOWN_OF_OWN_KEYS;
        return text.substring(0, Math.min(shown, text.length())) + "…";
    }

    /** The hint, so that a key never reaches a log by being printed. */
    @Override
    public String toString() {
        return hint();
    }
}
