package dev.docket.endpoint.local.topic;

import dev.docket.endpoint.document.Line;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.Phrase;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a page shows, line by line. Of a page with more lines than a sheet of paper can hold, the first and the last are
 * looked at.
 *
 * @param lines the phrases of each line, from top to bottom
 * @param size of the font that most of the text is set in, in points
 */
public record SeenPage(List<List<SeenPhrase>> lines, double size) {
    private static final int FIRST_LINES = 150;
    private static final int LAST_LINES = 20;
    private static final int LONGEST = 400;
    private static final int MOST_PHRASES = 12;

    public static SeenPage of(Page page) {
        List<Line> lines = page.lines();
        double height = page.layout().isKnown() ? page.layout().height() : bottom(lines);
        double size = size(lines);
        List<List<SeenPhrase>> seen = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            WorkStopped.check();
            if (at < FIRST_LINES || at >= lines.size() - LAST_LINES) {
                List<SeenPhrase> phrases = line(lines.get(at), height, size);
                if (!phrases.isEmpty()) {
                    seen.add(phrases);
                }
            }
        }
        return new SeenPage(seen, size);
    }

    public boolean isBlank() {
        return lines.isEmpty();
    }

    private static List<SeenPhrase> line(Line line, double height, double size) {
        List<SeenPhrase> seen = new ArrayList<>();
        for (Phrase phrase : line.phrases()) {
            String text = phrase.text().strip();
            String head = text.substring(0, Math.min(LONGEST, text.length()));
            List<String> words = Words.of(head);
            if (!words.isEmpty() && seen.size() < MOST_PHRASES) {
                double top = Math.max(0, Math.min(1, phrase.box().top() / height));
                seen.add(SeenPhrase.of(head, words, phrase.box().left(), top, phrase.size() / size));
            }
        }
        return seen;
    }

    /** The end of the text; a page that is mostly empty is as high as one that is not. */
    private static double bottom(List<Line> lines) {
        double bottom = 600;
        for (Line line : lines) {
            bottom = Math.max(bottom, line.box().bottom());
        }
        return bottom;
    }

    /** The size of the character in the middle, when all are ordered by size. */
    private static double size(List<Line> lines) {
        TreeMap<Float, Integer> characters = new TreeMap<>();
        int all = 0;
        for (Line line : lines) {
            for (Phrase phrase : line.phrases()) {
                characters.merge(phrase.size(), phrase.text().length(), Integer::sum);
                all += phrase.text().length();
            }
        }
        int below = 0;
        for (var entry : characters.entrySet()) {
            below += entry.getValue();
            if (2 * below >= all) {
                return Math.max(1, entry.getKey());
            }
        }
        return 1;
    }
}
