package dev.docket.endpoint.document;

import java.util.Optional;

/** Finds the colon in a text that parts a label from its value. */
public final class SplitLabel {
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 8;

    /**
     * @param label where the label begins and ends
     * @param value where the value begins; at the end of the text when there is none
     */
    public record Split(int label, int end, int value) {}

    private SplitLabel() {}

    /** The first such colon behind a place of the text. */
    public static Optional<Split> at(String text, int from) {
        for (int colon = colon(text, from); colon >= 0; colon = colon(text, colon + 1)) {
            int start = sentence(text, from, colon);
            if (colon - start > LONGEST) {
                return Optional.empty();
            }
            if (parts(text, colon) && isLabel(text.substring(start, colon))) {
                int value = colon + 1;
                while (value < text.length() && Character.isWhitespace(text.charAt(value))) {
                    value++;
                }
                return Optional.of(new Split(start, colon, value));
            }
        }
        return Optional.empty();
    }

    /** Where the sentence begins that ends in the colon. */
    private static int sentence(String text, int from, int colon) {
        int start = from;
        for (int at = from; at + 2 < colon; at++) {
            boolean end = ".?!".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == ' ';
            start = end && Character.isUpperCase(text.charAt(at + 2)) && at - start > 12 ? at + 2 : start;
        }
        return start;
    }

    private static int colon(String text, int from) {
        int narrow = text.indexOf(':', from);
        int wide = text.indexOf('：', from);
        return narrow < 0 ? wide : wide < 0 ? narrow : Math.min(narrow, wide);
    }

    /** Not within a time of day or an address. */
    private static boolean parts(String text, int colon) {
        if (colon + 1 >= text.length()) {
            return true;
        }
        char before = colon == 0 ? ' ' : text.charAt(colon - 1);
        char after = text.charAt(colon + 1);
        boolean within = Character.isDigit(before) && Character.isDigit(after);
        return !within && after != '/' && after != '\\';
    }

    private static boolean isLabel(String text) {
        return text.chars().anyMatch(Character::isLetter) && text.strip().split("\\s+").length <= MOST_WORDS;
    }
}
