package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what people type to be written on: runs of underscores and dots, and characters that look like empty boxes. */
final class FindLeaders {
    private static final String TICKS =
            "\u2610\u25a1\u25a2\u25ab\u25fb\u25fd\u2751\u2752\u274f\u2750\u25cb\uf06f\uf0a8\uf071\uf072";
    private static final float SHORTEST = 18;
    private static final float SAME_LINE = 1;

    private final List<Box> leaders = new ArrayList<>();
    private final List<Box> ticks = new ArrayList<>();
    private Box run;
    private Glyph last;
    private int count;

    private FindLeaders() {}

    static FindLeaders in(List<Glyph> glyphs) {
        FindLeaders find = new FindLeaders();
        find.brackets(glyphs);
        List<Glyph> sorted = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            if (TICKS.contains(glyph.text())) {
                find.ticks.add(glyph.box());
            } else if (isUnderscore(glyph) || isDot(glyph)) {
                sorted.add(glyph);
            }
        }
        sorted.sort(Comparator.comparing((Glyph glyph) -> Math.round(glyph.baseline() / SAME_LINE))
                .thenComparing(Glyph::left));
        for (Glyph glyph : sorted) {
            WorkStopped.check();
            find.add(glyph);
        }
        find.end();
        return find;
    }

    List<Box> leaders() {
        return leaders;
    }

    List<Box> ticks() {
        return ticks;
    }

    /** Brackets with nothing between them. */
    private void brackets(List<Glyph> glyphs) {
        Glyph open = null;
        for (Glyph glyph : glyphs) {
            if (glyph.isBlank()) {
                continue;
            }
            boolean closes = open != null
                    && (open.text().equals("[") ? "]" : ")").equals(glyph.text())
                    && Math.abs(open.baseline() - glyph.baseline()) <= SAME_LINE;
            float gap = closes ? glyph.left() - open.right() : 0;
            if (closes && gap > 0.1f * glyph.size() && gap < 2 * glyph.size()) {
                ticks.add(open.box().join(glyph.box()));
            }
            open = glyph.text().equals("[") || glyph.text().equals("(") ? glyph : null;
        }
    }

    private void add(Glyph glyph) {
        float gap = isUnderscore(glyph) ? 0.4f : 0.8f;
        boolean goesOn = last != null
                && isUnderscore(glyph) == isUnderscore(last)
                && Math.abs(glyph.baseline() - last.baseline()) <= 2 * SAME_LINE
                && glyph.left() - last.right() <= gap * glyph.size();
        if (!goesOn) {
            end();
        }
        Box box = above(glyph);
        run = run == null ? box : run.join(box);
        last = glyph;
        count += glyph.text().equals("\u2026") ? 3 : 1;
    }

    private void end() {
        int fewest = last != null && isUnderscore(last) ? 3 : 6;
        if (run != null && count >= fewest && run.width() >= SHORTEST) {
            leaders.add(run);
        }
        run = null;
        last = null;
        count = 0;
    }

    /** Where text would stand that is written on the run. */
    private static Box above(Glyph glyph) {
        float baseline = glyph.baseline();
        return new Box(glyph.left(), baseline - glyph.size(), glyph.right(), baseline + 0.15f * glyph.size());
    }

    private static boolean isUnderscore(Glyph glyph) {
        return glyph.text().equals("_");
    }

    private static boolean isDot(Glyph glyph) {
        return glyph.text().equals(".")
                || glyph.text().equals("\u2026")
                || glyph.text().equals("\u00b7");
    }
}
