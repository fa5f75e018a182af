package dev.docket.endpoint.local;

import dev.docket.endpoint.document.Block;
import java.util.List;

/** Tables as HTML: the first row in {@code th}, the others in {@code td}, no attributes. */
final class HtmlTables implements TableRenderer {
    @Override
    public void render(Block.Table table, StringBuilder out) {
        out.append("<table>");
        String cell = "th";
        for (List<String> row : table.rows()) {
            out.append("\n<tr>");
            for (int column = 0; column < table.columns(); column++) {
                out.append('<').append(cell).append('>');
                append(column < row.size() ? row.get(column) : "", out);
                out.append("</").append(cell).append('>');
            }
            out.append("</tr>");
            cell = "td";
        }
        out.append("\n</table>");
    }

    private static void append(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\n' -> out.append("<br>");
                default -> out.append(c);
            }
        }
    }
}
