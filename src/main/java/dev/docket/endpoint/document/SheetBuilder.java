package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Gathers the cells of a sheet and cuts away the empty rows and columns around them. */
final class SheetBuilder {
    private final Allowance allowance;
    private final List<TreeMap<Integer, String>> rows = new ArrayList<>();
    private TreeMap<Integer, String> row = new TreeMap<>();

    SheetBuilder(Allowance allowance) {
        this.allowance = allowance;
    }

    void cell(int column, String text) {
        if (text != null && !text.isBlank()) {
            allowance.cells(1);
            allowance.text(text.length());
            row.put(column, text.strip());
        }
    }

    /** Ends the row; an empty one is left out and answered with false. */
    boolean endRow() {
        WorkStopped.check();
        if (row.isEmpty()) {
            return false;
        }
        rows.add(row);
        row = new TreeMap<>();
        return true;
    }

    /** Adds the row that ended last again. */
    void repeatRow(int times) {
        for (int i = 0; i < times && !rows.isEmpty(); i++) {
            TreeMap<Integer, String> last = rows.get(rows.size() - 1);
            last.values().forEach(text -> allowance.text(text.length()));
            allowance.cells(last.size());
            rows.add(last);
        }
    }

    /** Makes the sheet a page: its name, then its cells. A sheet without any is a blank page. */
    void addTo(PageBuilder pages, String name) {
        endRow();
        if (!rows.isEmpty()) {
            pages.text(name);
            pages.addTable(table());
        }
        pages.endPage();
    }

    private List<List<String>> table() {
        int first = rows.stream().mapToInt(TreeMap::firstKey).min().orElse(0);
        List<List<String>> table = new ArrayList<>();
        for (TreeMap<Integer, String> cells : rows) {
            int last = cells.lastKey();
            allowance.cells(last - first + 1 - cells.size());
            List<String> line = new ArrayList<>();
            for (int column = first; column <= last; column++) {
                line.add(cells.getOrDefault(column, ""));
            }
            table.add(line);
        }
        return table;
    }
}
