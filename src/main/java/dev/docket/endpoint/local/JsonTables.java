package dev.docket.endpoint.local;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.docket.endpoint.document.Block;
import java.util.List;

/** Tables as a JSON array of objects named by the head, or of arrays when the head cannot name them. */
final class JsonTables implements TableRenderer {
    @Override
    public void render(Block.Table table, StringBuilder out) {
        boolean named = TableHead.names(table);
        List<List<String>> rows = table.rows();
        String open = "[\n";
        for (int at = named ? 1 : 0; at < rows.size(); at++) {
            out.append(open);
            row(table, rows.get(at), named, out);
            open = ",\n";
        }
        out.append("\n]");
    }

    private static void row(Block.Table table, List<String> row, boolean named, StringBuilder out) {
        out.append(named ? '{' : '[');
        for (int column = 0; column < table.columns(); column++) {
            out.append(column == 0 ? "" : ", ");
            if (named) {
                quote(table.rows().get(0).get(column), out);
                out.append(": ");
            }
            quote(column < row.size() ? row.get(column) : "", out);
        }
        out.append(named ? '}' : ']');
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
