package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.RuledCells.Cell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What heads the row and the column of an empty cell of a ruled table. */
final class TableLabels {
    private static final int FEWEST_CELLS = 6;

    private final PageWords words;
    private final List<Cell> cells;
    private final Map<Integer, List<Cell>> tables;
    private final Map<Box, String> texts = new HashMap<>();

    TableLabels(PageWords words, List<Cell> cells) {
        this.words = words;
        this.cells = cells;
        tables = cells.stream().collect(Collectors.groupingBy(Cell::group));
    }

    /**
     * The heads of a cell.
     *
     * @param row the text of the nearest cell on the left that has one; empty when there is none
     * @param column the text of the nearest one above
     */
    record Heads(String row, String column) {}

    /** Empty heads for what is no cell of a table. */
    Heads of(Box box) {
        for (Cell cell : cells) {
            List<Cell> table = cell.box().equals(box) ? tables.get(cell.group()) : List.of();
            if (table.size() >= FEWEST_CELLS) {
                return new Heads(head(box, table, true), head(box, table, false));
            }
        }
        return new Heads("", "");
    }

    private String head(Box box, List<Cell> table, boolean row) {
        Box nearest = null;
        for (Cell cell : table) {
            Box other = cell.box();
            boolean level = row
                    ? other.top() <= box.middleY() && other.bottom() >= box.middleY()
                    : other.left() <= box.middleX() && other.right() >= box.middleX();
            float distance = row ? box.left() - other.right() : box.top() - other.bottom();
            boolean closer =
                    nearest == null || (row ? other.right() > nearest.right() : other.bottom() > nearest.bottom());
            if (level && distance > -3 && closer && !text(other).isEmpty()) {
                nearest = other;
            }
        }
        return nearest == null ? "" : text(nearest);
    }

    private String text(Box cell) {
        return texts.computeIfAbsent(cell, box -> NearLabel.plain(PageWords.text(words.in(box))));
    }
}
