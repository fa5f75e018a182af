package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.Block;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import java.util.ArrayList;
import java.util.List;

/** Lists the tables that the readers found; one that goes on over pages is one. */
final class FindTables {
    private FindTables() {}

    static List<TableView> find(ReadDocument read) {
        List<TableView> tables = new ArrayList<>();
        for (int number = 0; number < read.pages().size(); number++) {
            Page page = read.pages().get(number);
            Label above = Label.NONE;
            boolean first = true;
            for (Block block : page.blocks()) {
                WorkStopped.check();
                if (block instanceof Block.Table table) {
                    add(table, above, number, first, tables);
                    above = Label.NONE;
                    first = false;
                } else if (!block.text().isBlank() && block.text().length() < 80) {
                    above = Label.of(block.text());
                }
            }
        }
        return tables;
    }

    /** The first table of a page goes on with the last one of the page before if it has as many columns. */
    private static void add(Block.Table table, Label above, int page, boolean first, List<TableView> tables) {
        TableView last = tables.isEmpty() ? null : tables.get(tables.size() - 1);
        if (first && last != null && last.page() < page && last.columns() == table.columns()) {
            List<List<String>> rows = new ArrayList<>(last.rows());
            rows.addAll(table.rows());
            tables.set(tables.size() - 1, new TableView(rows, last.above(), page));
        } else {
            tables.add(new TableView(table.rows(), above, page));
        }
    }
}
