package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.List;

/** Puts glyphs into the cells of a grid. What stands in merged cells goes to the first of them. */
final class FillGrid {
    private FillGrid() {}

    /** For each row, for each of its cells, what stands in it. */
    static List<List<List<Segment>>> fill(Grid grid, List<Glyph> glyphs) {
        List<List<List<Glyph>>> cells = empty(grid);
        int[][] home = homes(grid);
        for (Glyph glyph : glyphs) {
            int row = grid.rowAt(glyph.box().middleY());
            int column = grid.columnAt(glyph.box().middleX());
            int target = home[row][column];
            cells.get(target / grid.columns()).get(target % grid.columns()).add(glyph);
        }
        return cells.stream()
                .map(row -> row.stream().map(FillGrid::segments).toList())
                .toList();
    }

    /** For each cell the first one of those it is merged with, counted row by row. */
    private static int[][] homes(Grid grid) {
        int[][] home = new int[grid.rows()][grid.columns()];
        for (int row = 0; row < grid.rows(); row++) {
            WorkStopped.check();
            for (int column = 0; column < grid.columns(); column++) {
                if (column > 0 && !grid.partedLeft(row, column)) {
                    home[row][column] = home[row][column - 1];
                } else if (row > 0 && !grid.partedAbove(row, column)) {
                    home[row][column] = home[row - 1][column];
                } else {
                    home[row][column] = row * grid.columns() + column;
                }
            }
        }
        return home;
    }

    private static List<List<List<Glyph>>> empty(Grid grid) {
        List<List<List<Glyph>>> cells = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            List<List<Glyph>> line = new ArrayList<>();
            for (int column = 0; column < grid.columns(); column++) {
                line.add(new ArrayList<>());
            }
            cells.add(line);
        }
        return cells;
    }

    private static List<Segment> segments(List<Glyph> glyphs) {
        return GatherRows.gather(glyphs).stream()
                .flatMap(row -> row.segments().stream())
                .toList();
    }
}
