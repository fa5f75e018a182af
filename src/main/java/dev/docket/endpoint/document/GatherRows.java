package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts glyphs together to words, words to segments and segments to rows, by their positions alone. */
final class GatherRows {
    /** Glyphs whose baselines differ by less than this part of their size stand on one line. */
    private static final float SAME_LINE = 0.35f;

    /** A gap wider than this part of the size parts columns, not words. */
    private static final float COLUMN_GAP = 1.0f;

    /** The same where a space was written into the gap, as in justified lines, whose spaces can be wide. */
    private static final float SPACED_COLUMN_GAP = 2.0f;

    private GatherRows() {}

    static List<Row> gather(List<Glyph> glyphs) {
        List<Row> rows = new ArrayList<>();
        for (List<Glyph> line : lines(glyphs)) {
            WorkStopped.check();
            List<Segment> segments = segments(line);
            if (!segments.isEmpty()) {
                rows.add(new Row(segments));
            }
        }
        return rows;
    }

    private static List<List<Glyph>> lines(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::baseline));
        List<List<Glyph>> lines = new ArrayList<>();
        Glyph first = null;
        for (Glyph glyph : sorted) {
            if (first == null
                    || glyph.baseline() - first.baseline() > SAME_LINE * Math.min(first.size(), glyph.size())) {
                lines.add(new ArrayList<>());
                first = glyph;
            }
            lines.get(lines.size() - 1).add(glyph);
        }
        lines.forEach(line -> line.sort(Comparator.comparingDouble(Glyph::left)));
        return lines;
    }

    private static List<Segment> segments(List<Glyph> line) {
        List<Segment> segments = new ArrayList<>();
        List<Glyph> run = new ArrayList<>();
        Glyph last = null;
        float limit = COLUMN_GAP;
        for (Glyph glyph : line) {
            run.add(glyph);
            if (glyph.isBlank()) {
                limit = SPACED_COLUMN_GAP;
                continue;
            }
            if (last != null && glyph.left() - last.right() > limit * glyph.size()) {
                addSegment(segments, run.subList(0, run.size() - 1));
                run = new ArrayList<>(List.of(glyph));
            }
            last = glyph;
            limit = COLUMN_GAP;
        }
        addSegment(segments, run);
        return segments;
    }

    private static void addSegment(List<Segment> segments, List<Glyph> run) {
        List<Glyph> inked = run.stream().filter(glyph -> !glyph.isBlank()).toList();
        if (!inked.isEmpty()) {
            Box box = inked.stream().map(Glyph::box).reduce(Box::join).orElseThrow();
            float size = (float) inked.stream().mapToDouble(Glyph::size).max().orElseThrow();
            segments.add(segment(run, box, size));
        }
    }

    private static Segment segment(List<Glyph> run, Box box, float size) {
        StringBuilder words = new StringBuilder();
        float[] edges = new float[2 * run.size()];
        int count = 0;
        Glyph last = null;
        boolean spaced = false;
        for (Glyph glyph : run) {
            if (glyph.isBlank()) {
                spaced = true;
            } else if (last == null || !glyph.strikes(last)) {
                boolean apart = last != null && (spaced || glyph.left() - last.right() > wordGap(glyph));
                words.append(apart ? " " : "").append(glyph.text().strip());
                count += apart || last == null ? 1 : 0;
                edges[2 * count - 2] = apart || last == null ? glyph.left() : edges[2 * count - 2];
                edges[2 * count - 1] = glyph.right();
                last = glyph;
                spaced = false;
            }
        }
        String text = LogicalOrder.of(words.toString());
        return new Segment(text, box, size, Arrays.copyOf(edges, 2 * count), null);
    }

    private static float wordGap(Glyph glyph) {
        float space = glyph.space() > 0 ? Math.min(glyph.space(), 0.4f * glyph.size()) : 0.25f * glyph.size();
        return 0.5f * space;
    }
}
