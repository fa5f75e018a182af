package dev.docket.endpoint.document;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The columns and rows that connected lines make.
 *
 * @param xs where columns begin and the last one ends, rising
 * @param ys where rows begin and the last one ends, rising
 * @param rulings the lines, to see whether two neighbouring cells are really parted
 */
record Grid(double[] xs, double[] ys, List<Ruling> rulings) {
    static Grid of(List<Ruling> rulings) {
        double[] xs = places(
                rulings.stream().filter(r -> !r.isHorizontal()).toList(),
                r -> r.box().middleX());
        double[] ys = places(
                rulings.stream().filter(Ruling::isHorizontal).toList(),
                r -> r.box().middleY());
        return new Grid(xs, ys, rulings);
    }

    boolean isTable() {
        return columns() >= 2 && rows() >= 2;
    }

    int columns() {
        return xs.length - 1;
    }

    int rows() {
        return ys.length - 1;
    }

    Box box() {
        return new Box((float) xs[0], (float) ys[0], (float) xs[columns()], (float) ys[rows()]);
    }

    boolean holds(Glyph glyph) {
        return box().holds(glyph.box().middleX(), glyph.box().middleY());
    }

    int columnAt(double x) {
        return at(xs, x);
    }

    int rowAt(double y) {
        return at(ys, y);
    }

    /** Whether a line parts the cell from the one to its left. */
    boolean partedLeft(int row, int column) {
        double y = (ys[row] + ys[row + 1]) / 2;
        return rulings.stream()
                .filter(ruling -> !ruling.isHorizontal() && near(ruling.box().middleX(), xs[column]))
                .anyMatch(ruling -> ruling.box().top() <= y && ruling.box().bottom() >= y);
    }

    /** Whether a line parts the cell from the one above it. */
    boolean partedAbove(int row, int column) {
        double x = (xs[column] + xs[column + 1]) / 2;
        return rulings.stream()
                .filter(ruling -> ruling.isHorizontal() && near(ruling.box().middleY(), ys[row]))
                .anyMatch(ruling -> ruling.box().left() <= x && ruling.box().right() >= x);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= 2 * Ruling.TOLERANCE;
    }

    private static int at(double[] places, double value) {
        int at = 0;
        while (at < places.length - 2 && value >= places[at + 1]) {
            at++;
        }
        return at;
    }

    /** Distinct positions; lines closer together than the tolerance are one. */
    private static double[] places(List<Ruling> rulings, ToDoubleFunction<Ruling> position) {
        double[] sorted = rulings.stream().mapToDouble(position).sorted().toArray();
        int count = 0;
        for (double value : sorted) {
            if (count == 0 || !near(value, sorted[count - 1])) {
                sorted[count++] = value;
            }
        }
        return Arrays.copyOf(sorted, count);
    }
}
