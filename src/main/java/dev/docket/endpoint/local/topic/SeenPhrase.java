package dev.docket.endpoint.local.topic;

import dev.docket.endpoint.local.label.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A phrase of a page, as it strikes a reader.
 *
 * @param words in one spelling
 * @param weight how much it stands out: 1 of a plain line, more of a heading, less of running text
 * @param left where it begins, in points
 * @param top where it stands, from 0 at the top of the page to 1
 * @param size of the font, in parts of that of most text on the page
 */
public record SeenPhrase(
        String text, List<String> words, Terms terms, double weight, double left, double top, double size) {
    private static final int LONGEST_CONTEXT = 2000;
    private static final int MOST_IN_HEADING = 8;
    private static final int RUNNING = 12;
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{3}");

    static SeenPhrase of(String text, List<String> words, double left, double top, double size) {
        return new SeenPhrase(text, words, Terms.of(words), weight(text, words.size(), top, size), left, top, size);
    }

    /** What a request says about its document. */
    static SeenPhrase ofContext(String context) {
        String head = context.substring(0, Math.min(LONGEST_CONTEXT, context.length()));
        List<String> words = Words.of(head);
        return new SeenPhrase(head, words, Terms.of(words), 1, 0, 1, 1);
    }

    /** Whether it stands out enough to be a heading. */
    public boolean isHeading() {
        return weight >= 1.8;
    }

    private static double weight(String text, int words, double top, double size) {
        if (isLeader(text)) {
            return 0.1;
        }
        if (words > RUNNING) {
            return 0.5;
        }
        double weight = 1;
        if (words <= MOST_IN_HEADING) {
            boolean capitals = CAPITALS.matcher(text).find() && text.equals(text.toUpperCase(Locale.ROOT));
            weight = size >= 1.5 ? 4 : size >= 1.2 ? 2.5 : capitals ? 1.8 : 1;
        }
        return weight * (top <= 0.15 ? 1.3 : top <= 0.35 ? 1.15 : 1);
    }

    /** Whether dots lead to a page number, as in a table of contents. */
    private static boolean isLeader(String text) {
        return text.contains("....") || text.contains(". . . .") || text.contains("……");
    }
}
