package made;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Writes pieces as formats that have no pages of their own. */
public final class Write {
    private Write() {}

    public static byte[] text(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece.form()) {
                case TITLE, HEADING -> text.append(piece.text()).append("\n\n");
                case TEXT -> text.append(piece.text()).append("\n");
                case PAIRS -> piece.rows().forEach(pair -> text.append(pair.get(0) + ": " + pair.get(1) + "\n"));
                case TABLE -> piece.rows().forEach(row -> text.append(String.join("\t", row)).append("\n"));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] html(List<Piece> pieces) {
        StringBuilder html = new StringBuilder("<!doctype html><html><body>");
        for (Piece piece : pieces) {
            switch (piece.form()) {
                case TITLE -> html.append("<h1>" + escaped(piece.text()) + "</h1>");
                case HEADING -> html.append("<h2>" + escaped(piece.text()) + "</h2>");
                case TEXT -> html.append("<p>" + escaped(piece.text()) + "</p>");
                case PAIRS -> piece.rows().forEach(pair ->
                        html.append("<div><b>" + escaped(pair.get(0)) + ":</b> " + escaped(pair.get(1)) + "</div>"));
                case TABLE -> {
                    html.append("<table>");
                    for (List<String> row : piece.rows()) {
                        html.append("<tr>");
                        row.forEach(cell -> html.append("<td>" + escaped(cell) + "</td>"));
                        html.append("</tr>");
                    }
                    html.append("</table>");
                }
            }
        }
        return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] docx(List<Piece> pieces) {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Piece piece : pieces) {
                switch (piece.form()) {
                    case TITLE, HEADING, TEXT -> word.createParagraph().createRun().setText(piece.text());
                    case PAIRS -> piece.rows().forEach(pair ->
                            word.createParagraph().createRun().setText(pair.get(0) + ": " + pair.get(1)));
                    case TABLE -> table(word.createTable(piece.rows().size(), piece.rows().get(0).size()), piece.rows());
                }
            }
            word.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void table(XWPFTable table, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                table.getRow(row).getCell(column).setText(rows.get(row).get(column));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
