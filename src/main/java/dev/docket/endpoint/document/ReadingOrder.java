package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the rows of a page in the order a person reads them. Where a run of rows leaves a gutter free with prose on
 * both sides of it, the left column comes before the right one; everywhere else rows are read across.
 */
final class ReadingOrder {
    private static final int DEEPEST = 4;
    private static final float NARROWEST_GUTTER = 0.7f;

    /** A free stretch from one x to another. */
    private record Gap(float from, float to) {
        float width() {
            return to - from;
        }

        boolean meets(Gap other) {
            return from < other.to && to > other.from;
        }

        float middle() {
            return (from + to) / 2;
        }
    }

    private record Columns(List<Row> left, List<Row> right, int end) {}

    private final List<List<Row>> regions = new ArrayList<>();

    private ReadingOrder() {}

    /** Regions in reading order, each to be read row by row. */
    static List<List<Row>> of(List<Row> rows) {
        ReadingOrder order = new ReadingOrder();
        order.region(rows, 0);
        return order.regions;
    }

    private void region(List<Row> rows, int depth) {
        List<Row> plain = new ArrayList<>();
        Gap whole = extent(rows);
        int at = 0;
        while (at < rows.size()) {
            Columns columns = depth < DEEPEST ? columnsFrom(rows, at, whole) : null;
            if (columns == null) {
                plain.add(rows.get(at++));
            } else {
                addPlain(plain);
                plain = new ArrayList<>();
                region(columns.left, depth + 1);
                region(columns.right, depth + 1);
                at = columns.end;
            }
        }
        addPlain(plain);
    }

    private void addPlain(List<Row> plain) {
        if (!plain.isEmpty()) {
            regions.add(plain);
        }
    }

    private static Gap extent(List<Row> rows) {
        return rows.stream()
                .map(Row::box)
                .reduce(Box::join)
                .map(all -> new Gap(all.left(), all.right()))
                .orElse(new Gap(0, 0));
    }

    private static Columns columnsFrom(List<Row> rows, int start, Gap whole) {
        float narrowest = NARROWEST_GUTTER * rows.get(start).size();
        List<Gap> free = List.of(whole);
        int end = start;
        while (end < rows.size()) {
            WorkStopped.check();
            List<Gap> still = narrowed(free, rows.get(end), narrowest);
            // A row across a gutter ends its columns, even where some margin beside stays free for longer.
            Columns ended = bestColumns(rows.subList(start, end), lost(free, still), end);
            if (ended != null || still.isEmpty()) {
                return ended;
            }
            free = still;
            end++;
        }
        return bestColumns(rows.subList(start, end), free, end);
    }

    private static List<Gap> lost(List<Gap> free, List<Gap> still) {
        return free.stream().filter(gap -> still.stream().noneMatch(gap::meets)).toList();
    }

    private static List<Gap> narrowed(List<Gap> free, Row row, float narrowest) {
        List<Gap> still = free;
        for (Segment segment : row.segments()) {
            List<Gap> parts = new ArrayList<>();
            for (Gap gap : still) {
                Box taken = segment.box();
                if (taken.left() >= gap.to || taken.right() <= gap.from) {
                    parts.add(gap);
                } else {
                    addPart(parts, gap.from, taken.left(), narrowest);
                    addPart(parts, taken.right(), gap.to, narrowest);
                }
            }
            still = parts;
        }
        return still;
    }

    private static void addPart(List<Gap> parts, float from, float to, float narrowest) {
        if (to - from >= narrowest) {
            parts.add(new Gap(from, to));
        }
    }

    private static Columns bestColumns(List<Row> run, List<Gap> free, int end) {
        if (run.size() < Prose.FEWEST_ROWS) {
            return null;
        }
        List<Gap> widestFirst = new ArrayList<>(free);
        widestFirst.sort(Comparator.comparingDouble(gap -> -gap.width()));
        for (Gap gap : widestFirst) {
            if (!hasRows(run, gap.middle(), true) || !hasRows(run, gap.middle(), false)) {
                continue;
            }
            List<Row> left = side(run, gap.middle(), true);
            List<Row> right = side(run, gap.middle(), false);
            if (Prose.fills(left) && Prose.fills(right)) {
                return new Columns(left, right, end);
            }
        }
        return null;
    }

    /** Whether a side has as many rows as prose needs; told beforehand, for most gaps are margins. */
    private static boolean hasRows(List<Row> run, float middle, boolean left) {
        int rows = 0;
        for (Row row : run) {
            // Segments stand from left to right: the outermost tells.
            Segment outer = row.segments().get(left ? 0 : row.segments().size() - 1);
            rows += outer.box().middleX() < middle == left ? 1 : 0;
        }
        return rows >= Prose.FEWEST_ROWS;
    }

    private static List<Row> side(List<Row> run, float middle, boolean left) {
        List<Row> side = new ArrayList<>();
        for (Row row : run) {
            List<Segment> kept = new ArrayList<>();
            for (Segment segment : row.segments()) {
                if (segment.box().middleX() < middle == left) {
                    kept.add(segment);
                }
            }
            if (!kept.isEmpty()) {
                side.add(new Row(kept));
            }
        }
        return side;
    }
}
