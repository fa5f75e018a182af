package dev.docket.endpoint;

/**
 * Makes text that PostgreSQL can hold and UTF-8 can carry. A request may have NUL and lone surrogates in any string and
 * is given back with them; the copies that lists filter by and that faults show cannot have them.
 */
public final class StorableText {
    private StorableText() {}

    /** The text without NUL, each lone surrogate replaced, and at most {@code limit} characters of it. */
    public static String of(String text, int limit) {
        StringBuilder storable = new StringBuilder(Math.min(text.length(), limit));
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (storable.length() + Character.charCount(character) > limit) {
                break;
            }
            if (character != 0) {
                storable.appendCodePoint(isLoneSurrogate(character) ? 0xFFFD : character);
            }
        }
        return storable.toString();
    }

    private static boolean isLoneSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
