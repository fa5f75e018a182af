package dev.docket.endpoint.document;

import java.util.List;

/** Tells running text from columns of short entries. */
final class Prose {
    static final int FEWEST_ROWS = 4;
    private static final double LETTERS = 0.6;
    private static final double WORDS_A_ROW = 3;
    private static final double FILLED = 0.55;

    private Prose() {}

    /** Whether most of the rows are filled from edge to edge with words. */
    static boolean fills(List<Row> rows) {
        List<Row> lines = rows.stream().filter(row -> !row.holdsTable()).toList();
        if (lines.size() < FEWEST_ROWS) {
            return false;
        }
        double characters = 0;
        double letters = 0;
        double words = 0;
        for (Row line : lines) {
            for (Segment segment : line.segments()) {
                characters += segment.text().length();
                letters += segment.letters();
                words += segment.words();
            }
        }
        return letters / characters >= LETTERS && words / lines.size() >= WORDS_A_ROW && isWide(lines);
    }

    private static boolean isWide(List<Row> lines) {
        Box all = lines.stream().map(Row::box).reduce(Box::join).orElseThrow();
        double[] widths = lines.stream()
                .mapToDouble(row -> row.segments().stream()
                        .mapToDouble(s -> s.box().width())
                        .sum())
                .sorted()
                .toArray();
        return widths[widths.length / 2] >= FILLED * all.width();
    }
}
