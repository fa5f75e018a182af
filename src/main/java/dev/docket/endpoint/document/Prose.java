package dev.docket.endpoint.document;

import java.util.List;

/** Tells running text from columns of short entries. */
final class Prose {
    private static final int FEWEST_ROWS = 4;
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
        List<Segment> segments =
                lines.stream().flatMap(row -> row.segments().stream()).toList();
        double characters =
                segments.stream().mapToInt(segment -> segment.text().length()).sum();
        double letters = segments.stream().mapToLong(Segment::letters).sum();
        double words = segments.stream().mapToInt(Segment::words).sum();
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
