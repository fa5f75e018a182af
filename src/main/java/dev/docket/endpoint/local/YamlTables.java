package dev.docket.endpoint.local;

import dev.docket.endpoint.document.Block;
import java.util.List;

/** Tables as a YAML list of mappings named by the head, or of lists when the head cannot name them. */
final class YamlTables implements TableRenderer {
    @Override
    public void render(Block.Table table, StringBuilder out) {
        boolean named = TableHead.names(table);
        List<List<String>> rows = table.rows();
        for (int at = named ? 1 : 0; at < rows.size(); at++) {
            for (int column = 0; column < table.columns(); column++) {
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "" : "\n");
                out.append(column == 0 ? "- " : "  ");
                if (named) {
                    JsonTables.quote(rows.get(0).get(column), out);
                    out.append(": ");
                } else {
                    out.append("- ");
                }
                // A JSON string is a YAML one too, and never mistaken for a number or a date.
                List<String> row = rows.get(at);
                JsonTables.quote(column < row.size() ? row.get(column) : "", out);
            }
        }
    }
}
