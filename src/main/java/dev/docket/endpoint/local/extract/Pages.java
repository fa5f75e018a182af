package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.Line;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.Phrase;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.List;

/** The lines of a document as bits, page by page. Past a number of phrases no one labels anything, and it ends. */
final class Pages {
    private static final int MOST_PHRASES = 150_000;
    private static final float LEVEL = 6;

    private final List<List<List<Bit>>> pages = new ArrayList<>();

    Pages(ReadDocument read) {
        int phrases = 0;
        for (Page page : read.pages()) {
            List<List<Bit>> lines = new ArrayList<>();
            if (phrases < MOST_PHRASES) {
                for (Line line : page.lines()) {
                    WorkStopped.check();
                    lines.add(bits(line, pages.size(), lines.size()));
                    phrases += line.phrases().size();
                }
            }
            pages.add(lines);
        }
    }

    private static List<Bit> bits(Line line, int page, int number) {
        List<Bit> bits = new ArrayList<>();
        for (Phrase phrase : line.phrases()) {
            bits.add(new Bit(page, number, bits.size(), 0, phrase.text(), phrase.box()));
        }
        return bits;
    }

    int count() {
        return pages.size();
    }

    List<List<Bit>> lines(int page) {
        return pages.get(page);
    }

    /** What stands right of a bit, nearest first. */
    List<Bit> rightOf(Bit bit) {
        List<Bit> line = pages.get(bit.page()).get(bit.line());
        return line.subList(bit.phrase() + 1, line.size());
    }

    /** What stands next below a bit, in its column; null when nothing near does. */
    Bit below(Bit bit, float furthest) {
        List<List<Bit>> lines = pages.get(bit.page());
        float bottom = bit.box().bottom();
        for (int at = bit.line() + 1; at < lines.size(); at++) {
            for (Bit other : lines.get(at)) {
                if (other.box().top() < bit.box().bottom() - 1) {
                    continue;
                }
                // What is set in small type may stand further above what it is the label of.
                float reach =
                        furthest * Math.max(bit.box().height(), other.box().height());
                if (other.box().top() > bottom + reach) {
                    return null;
                }
                if (isColumn(bit.box(), other.box())) {
                    return other;
                }
            }
        }
        return null;
    }

    /** The lines of text that follow each other below a bit, set to the same edge or the same middle. */
    List<Bit> stack(Bit first, int most) {
        List<Bit> stack = new ArrayList<>();
        Bit last = first;
        while (stack.size() < most) {
            Bit next = below(last, 1.1f);
            if (next == null || !isSet(first.box(), next.box())) {
                return stack;
            }
            stack.add(next);
            last = next;
        }
        return stack;
    }

    /** Whether two lines are set to the same left or right edge, or to the same middle. */
    static boolean isSet(Box one, Box other) {
        return Math.abs(one.left() - other.left()) < LEVEL
                || Math.abs(one.right() - other.right()) < LEVEL
                || Math.abs(one.middleX() - other.middleX()) < LEVEL;
    }

    private static boolean isColumn(Box upper, Box lower) {
        boolean edge = Math.abs(upper.left() - lower.left()) < LEVEL || Math.abs(upper.right() - lower.right()) < LEVEL;
        return edge || lower.left() < upper.right() && lower.right() > upper.left();
    }
}
