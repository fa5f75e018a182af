package dev.docket.endpoint.local;

import dev.docket.endpoint.document.Block;
import java.util.HashSet;
import java.util.List;

/** Whether a table's first row can name its columns. */
final class TableHead {
    private TableHead() {}

    static boolean names(Block.Table table) {
        List<String> head = table.rows().get(0);
        return table.rows().size() > 1
                && head.size() == table.columns()
                && head.stream().noneMatch(String::isBlank)
                && new HashSet<>(head).size() == head.size();
    }
}
