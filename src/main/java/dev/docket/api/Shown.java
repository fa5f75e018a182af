package dev.docket.api;

import com.fasterxml.jackson.core.JsonToken;

/** Shows what a client sent in a fault: short, and always encodable. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** The text in quotes, cut to 60 characters. */
    static String text(String text) {
        return '"' + bare(text) + '"';
    }

    /** The text cut to 60 characters; a lone surrogate, which no answer can carry, becomes a replacement character. */
    static String bare(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).map(Shown::encodable).forEach(shown::appendCodePoint);
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return cut ? shown.append('…').toString() : shown.toString();
    }

    static String kind(JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "null";
        };
    }

    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(Shown::isSurrogate);
    }

    private static int encodable(int codePoint) {
        return isSurrogate(codePoint) ? 0xFFFD : codePoint;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
