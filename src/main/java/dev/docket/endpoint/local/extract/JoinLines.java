package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.Box;
import java.util.ArrayList;
import java.util.List;

/** Joins lines of running text to the paragraphs they are parts of. */
final class JoinLines {
    private static final int LONGEST = 4000;
    private static final float NEXT_LINE = 1.2f;
    private static final double FULL = 0.6;

    private JoinLines() {}

    /** Each as one bit at the place of its first line; a line alone is a paragraph too. */
    static List<Bit> paragraphs(List<List<Bit>> lines) {
        float widest = (float) lines.stream()
                .flatMap(List::stream)
                .mapToDouble(bit -> bit.box().width())
                .max()
                .orElse(0);
        List<Bit> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Bit first = null;
        Bit last = null;
        for (List<Bit> line : lines) {
            for (Bit bit : line) {
                boolean goesOn = last != null && line.size() == 1 && follows(last, bit, widest);
                if (goesOn && text.length() + bit.text().length() < LONGEST) {
                    text.append(' ').append(bit.text());
                } else {
                    add(first, text, paragraphs);
                    first = bit;
                    text.append(bit.text(), 0, Math.min(LONGEST, bit.text().length()));
                }
                last = line.size() == 1 ? bit : null;
            }
        }
        add(first, text, paragraphs);
        return paragraphs;
    }

    private static void add(Bit first, StringBuilder text, List<Bit> paragraphs) {
        if (first != null) {
            paragraphs.add(first.reading(text.toString()));
            text.setLength(0);
        }
    }

    private static boolean follows(Bit last, Bit next, float widest) {
        Box upper = last.box();
        Box lower = next.box();
        float gap = lower.top() - upper.bottom();
        return upper.width() > FULL * widest
                && Math.abs(upper.left() - lower.left()) < 3
                && gap > -upper.height()
                && gap < NEXT_LINE * upper.height() - upper.height() * 0.2f;
    }
}
