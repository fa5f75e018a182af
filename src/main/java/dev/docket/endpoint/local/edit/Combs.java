package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds rows of cells that touch and are of one size: one for each character of a number or a date. */
final class Combs {
    private static final int FEWEST = 4;
    private static final float SAME = 2.5f;

    private Combs() {}

    static List<List<Box>> of(List<Box> cells) {
        List<Box> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparing((Box box) -> Math.round(box.top() / 4)).thenComparing(Box::left));
        List<List<Box>> combs = new ArrayList<>();
        List<Box> row = new ArrayList<>();
        for (Box cell : sorted) {
            if (!row.isEmpty() && !goesOn(row.get(row.size() - 1), cell)) {
                keep(row, combs);
                row = new ArrayList<>();
            }
            row.add(cell);
        }
        keep(row, combs);
        return combs;
    }

    private static void keep(List<Box> row, List<List<Box>> combs) {
        if (row.size() >= FEWEST) {
            combs.add(row);
        }
    }

    private static boolean goesOn(Box last, Box next) {
        return Math.abs(next.left() - last.right()) < SAME
                && Math.abs(next.top() - last.top()) < SAME
                && Math.abs(next.width() - last.width()) < SAME
                && Math.abs(next.height() - last.height()) < SAME;
    }
}
