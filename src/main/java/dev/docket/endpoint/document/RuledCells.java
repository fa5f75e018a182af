package dev.docket.endpoint.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the areas that straight lines enclose on all four sides. */
public final class RuledCells {
    /** Drawings with more crossings than this are pictures. */
    private static final int MOST_PLACES = 1_000_000;

    /**
     * An enclosed area.
     *
     * @param group areas whose lines touch have the same
     */
    public record Cell(Box box, int group) {}

    private final Grid grid;
    private final int group;
    private final List<Cell> cells;
    /** Whether a line is drawn left of, and above, each place of the grid. */
    private final boolean[][] left;

    private final boolean[][] above;

    private RuledCells(Grid grid, int group, List<Cell> cells) {
        this.grid = grid;
        this.group = group;
        this.cells = cells;
        left = new boolean[grid.rows() + 1][grid.columns() + 1];
        above = new boolean[grid.rows() + 1][grid.columns() + 1];
    }

    /** The cells of a page in no order. */
    public static List<Cell> of(List<Ruling> rulings) {
        List<Cell> cells = new ArrayList<>();
        int group = 0;
        for (List<Ruling> connected : RuledTables.connected(rulings)) {
            Grid grid = Grid.of(connected);
            boolean encloses = grid.columns() >= 1 && grid.rows() >= 1;
            if (encloses && (long) grid.columns() * grid.rows() <= MOST_PLACES) {
                new RuledCells(grid, group++, cells).find();
            }
        }
        return cells;
    }

    private void find() {
        grid.rulings().forEach(this::mark);
        boolean[][] seen = new boolean[grid.rows()][grid.columns()];
        for (int row = 0; row < grid.rows(); row++) {
            WorkStopped.check();
            for (int column = 0; column < grid.columns(); column++) {
                if (!seen[row][column]) {
                    spread(row, column, seen);
                }
            }
        }
    }

    private void mark(Ruling ruling) {
        WorkStopped.check();
        Box box = ruling.box();
        if (ruling.isHorizontal()) {
            int row = nearest(grid.ys(), box.middleY());
            for (int column = 0; column < grid.columns(); column++) {
                double x = (grid.xs()[column] + grid.xs()[column + 1]) / 2;
                above[row][column] |= box.left() <= x && x <= box.right();
            }
        } else {
            int column = nearest(grid.xs(), box.middleX());
            for (int row = 0; row < grid.rows(); row++) {
                double y = (grid.ys()[row] + grid.ys()[row + 1]) / 2;
                left[row][column] |= box.top() <= y && y <= box.bottom();
            }
        }
    }

    /** Goes from place to place as far as no line stands between, and keeps the area if it is an enclosed rectangle. */
    private void spread(int row, int column, boolean[][] seen) {
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {row, column});
        seen[row][column] = true;
        int count = 0;
        int[] reach = {row, row, column, column};
        boolean enclosed = true;
        while (!open.isEmpty()) {
            int[] at = open.pop();
            count++;
            reach[0] = Math.min(reach[0], at[0]);
            reach[1] = Math.max(reach[1], at[0]);
            reach[2] = Math.min(reach[2], at[1]);
            reach[3] = Math.max(reach[3], at[1]);
            enclosed &= step(left[at[0]][at[1]], at[0], at[1] - 1, seen, open);
            enclosed &= step(left[at[0]][at[1] + 1], at[0], at[1] + 1, seen, open);
            enclosed &= step(above[at[0]][at[1]], at[0] - 1, at[1], seen, open);
            enclosed &= step(above[at[0] + 1][at[1]], at[0] + 1, at[1], seen, open);
        }
        boolean rectangle = count == (reach[1] - reach[0] + 1) * (reach[3] - reach[2] + 1);
        if (enclosed && rectangle) {
            cells.add(new Cell(
                    new Box(
                            (float) grid.xs()[reach[2]],
                            (float) grid.ys()[reach[0]],
                            (float) grid.xs()[reach[3] + 1],
                            (float) grid.ys()[reach[1] + 1]),
                    group));
        }
    }

    /** False when there is neither a line nor a place on the other side. */
    private boolean step(boolean line, int row, int column, boolean[][] seen, Deque<int[]> open) {
        if (line) {
            return true;
        }
        if (row < 0 || column < 0 || row >= grid.rows() || column >= grid.columns()) {
            return false;
        }
        if (!seen[row][column]) {
            seen[row][column] = true;
            open.push(new int[] {row, column});
        }
        return true;
    }

    private static int nearest(double[] places, double value) {
        int best = 0;
        for (int at = 1; at < places.length; at++) {
            best = Math.abs(places[at] - value) < Math.abs(places[best] - value) ? at : best;
        }
        return best;
    }
}
