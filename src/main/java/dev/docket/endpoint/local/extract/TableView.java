package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.label.Label;
import java.util.List;

/**
 * Rows of a document in columns.
 *
 * @param above what the text above it says, as its title may
 * @param page the page it begins on, counted from 0
 */
record TableView(List<List<String>> rows, Label above, int page) {
    int columns() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }
}
