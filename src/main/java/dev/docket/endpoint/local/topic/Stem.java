package dev.docket.endpoint.local.topic;

/**
 * Cuts the endings of a word that change with number, gender and tense. It is rough, the same for all languages, and
 * only meant for comparing words that were cut alike.
 */
final class Stem {
    private static final int SHORTEST = 4;

    /** Shorter ones differ by their last vowel between languages: carta is a letter, carte a card. */
    private static final int SHORTEST_OPEN = 6;

    private Stem() {}

    static String of(String word) {
        if (word.length() < SHORTEST || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return word;
        }
        return single(open(tense(number(word))));
    }

    private static String number(String word) {
        int length = word.length();
        if (word.endsWith("ies") || word.endsWith("eux")) {
            return word.substring(0, length - 3);
        }
        if (length > 5 && (word.endsWith("en") || word.endsWith("es"))) {
            return word.substring(0, length - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural ? word.substring(0, length - 1) : word;
    }

    private static String tense(String word) {
        if (word.length() > 6 && word.endsWith("ing")) {
            return word.substring(0, word.length() - 3);
        }
        return word.length() > 5 && word.endsWith("ed") ? word.substring(0, word.length() - 2) : word;
    }

    private static String open(String word) {
        boolean vowel = word.length() >= SHORTEST_OPEN && "aeiouy".indexOf(word.charAt(word.length() - 1)) >= 0;
        return vowel ? word.substring(0, word.length() - 1) : word;
    }

    private static String single(String word) {
        int last = word.length() - 1;
        return last > 2 && word.charAt(last) == word.charAt(last - 1) ? word.substring(0, last) : word;
    }
}
