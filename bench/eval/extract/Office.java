package extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Makes Word and Excel files. */
final class Office {
    private final XWPFDocument word = new XWPFDocument();

    Office paragraph(String text) {
        var run = word.createParagraph().createRun();
        String[] parts = text.split("\t", -1);
        for (int at = 0; at < parts.length; at++) {
            if (at > 0) {
                run.addTab();
            }
            run.setText(parts[at]);
        }
        return this;
    }

    Office table(List<List<String>> rows) {
        XWPFTable table = word.createTable(rows.size(), rows.get(0).size());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                table.getRow(row).getCell(column).setText(rows.get(row).get(column));
            }
        }
        return this;
    }

    byte[] docx() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.write(out);
            word.close();
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A sheet of texts and numbers. */
    static byte[] xlsx(String name, List<List<Object>> rows) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet(name);
            for (int at = 0; at < rows.size(); at++) {
                XSSFRow row = sheet.createRow(at);
                for (int column = 0; column < rows.get(at).size(); column++) {
                    Object value = rows.get(at).get(column);
                    if (value instanceof Number number) {
                        row.createCell(column).setCellValue(number.doubleValue());
                    } else if (value != null) {
                        row.createCell(column).setCellValue(value.toString());
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
