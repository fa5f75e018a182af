package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts phrases that stand at one height together to lines, whether they belong to a table or stand beside it. */
final class GatherLines {
    /** Phrases whose middles differ by less than this part of the lower one's height stand on one line. */
    private static final float SAME_LINE = 0.5f;

    private GatherLines() {}

    static List<Line> gather(List<Phrase> phrases) {
        List<Phrase> sorted = new ArrayList<>(phrases);
        sorted.sort(Comparator.comparingDouble(phrase -> phrase.box().middleY()));
        List<Line> lines = new ArrayList<>();
        List<Phrase> open = new ArrayList<>();
        for (Phrase phrase : sorted) {
            WorkStopped.check();
            if (!open.isEmpty() && !isLevel(open.get(0).box(), phrase.box())) {
                lines.add(line(open));
                open = new ArrayList<>();
            }
            open.add(phrase);
        }
        if (!open.isEmpty()) {
            lines.add(line(open));
        }
        return lines;
    }

    private static boolean isLevel(Box first, Box next) {
        return next.middleY() - first.middleY() < SAME_LINE * Math.min(first.height(), next.height());
    }

    private static Line line(List<Phrase> phrases) {
        phrases.sort(Comparator.comparingDouble(phrase -> phrase.box().left()));
        return new Line(List.copyOf(phrases));
    }
}
