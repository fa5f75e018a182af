package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The boxes of a page, each once, though one may be both filled and outlined, or drawn and made of lines. */
final class DistinctBoxes {
    private static final int MOST = 4000;
    private static final float SAME = 3;

    private DistinctBoxes() {}

    /** The smallest first; of more than so many only those. */
    static List<Box> of(List<Box> cells, List<Box> drawn) {
        List<Box> all = new ArrayList<>(cells);
        for (Box box : drawn) {
            WorkStopped.check();
            if (all.size() < MOST && cells.stream().noneMatch(cell -> isSame(cell, box))) {
                all.add(box);
            }
        }
        all.sort(Comparator.comparingDouble(box -> box.width() * box.height()));
        List<Box> distinct = new ArrayList<>();
        for (Box box : all.subList(0, Math.min(MOST, all.size()))) {
            WorkStopped.check();
            if (distinct.stream().noneMatch(other -> isSame(other, box))) {
                distinct.add(box);
            }
        }
        return distinct;
    }

    private static boolean isSame(Box one, Box other) {
        return Math.abs(one.left() - other.left()) < SAME
                && Math.abs(one.top() - other.top()) < SAME
                && Math.abs(one.right() - other.right()) < SAME
                && Math.abs(one.bottom() - other.bottom()) < SAME;
    }
}
