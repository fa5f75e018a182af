package dev.docket.endpoint.local;

import dev.docket.endpoint.document.Block;
import java.util.List;

/** Tables as GitHub's Markdown, where a cell holds one line and no bare bar. */
final class MarkdownTables implements TableRenderer {
    @Override
    public void render(Block.Table table, StringBuilder out) {
        int columns = table.columns();
        List<List<String>> rows = table.rows();
        row(rows.get(0), columns, out);
        out.append('\n').append("| --- ".repeat(columns)).append('|');
        for (List<String> row : rows.subList(1, rows.size())) {
            out.append('\n');
            row(row, columns, out);
        }
    }

    private static void row(List<String> row, int columns, StringBuilder out) {
        for (int column = 0; column < columns; column++) {
            String text = column < row.size() ? row.get(column) : "";
            out.append("| ")
                    .append(text.replace("|", "\\|").replace("\n", "<br>"))
                    .append(' ');
        }
        out.append('|');
    }
}
