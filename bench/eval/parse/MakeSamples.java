package parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import made.Draw;
import made.Piece;
import made.Sheet;
import made.Style;
import made.Template;
import made.Write;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes documents in layouts that are hard to read in order. The held-out set has other ones than the known set. */
final class MakeSamples {
    private static final List<String> SENTENCES = List.of(
            "The harbour was quiet when the first boats came in.",
            "Every fourth shipment had to be counted again by hand.",
            "La plupart des caisses portaient une étiquette bleue.",
            "Die Kisten wurden am Abend in die Halle gebracht.",
            "Prices rose in spring and fell again before the summer.",
            "Nobody asked who had written the numbers on the lid.",
            "El informe llegó con dos días de retraso.",
            "Il magazzino chiude alle sei di sera.",
            "A second look showed that the seals were intact.");

    private final Random random;
    private final boolean heldOut;
    private final List<Sample> samples = new ArrayList<>();

    private MakeSamples(long seed, boolean heldOut) {
        random = new Random(seed);
        this.heldOut = heldOut;
    }

    static List<Sample> make(Template.Set set, int rounds, long seed, boolean heldOut) {
        MakeSamples make = new MakeSamples(seed, heldOut);
        for (int round = 0; round < rounds; round++) {
            for (Template template : set.templates()) {
                make.flowing(template, round);
            }
            for (int again = 0; again < 4; again++) {
                make.columns(heldOut ? 3 : 2, round * 4 + again);
                make.grid(round * 4 + again);
                if (heldOut) {
                    make.aside(round * 4 + again);
                }
            }
        }
        return make.samples;
    }

    private void flowing(Template template, int round) {
        List<Piece> pieces = template.make(random, 2 + random.nextInt(25));
        String format = new String[] {"pdf", "pdf", "pdf", "docx", "html", "xlsx"}[random.nextInt(6)];
        String name = template.kind() + "-" + template.language() + "-" + round + "." + format;
        byte[] bytes = switch (format) {
            case "docx" -> Write.docx(pieces);
            case "html" -> Write.html(pieces);
            case "xlsx" -> xlsx(pieces);
            default -> {
                Sheet sheet = new Sheet();
                Style style = plain(Style.of(random, heldOut, template.language()));
                Draw.draw(sheet, style, template.language(), pieces, random);
                yield sheet.bytes();
            }
        };
        List<String> words = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Piece piece : pieces) {
            add(piece.text(), words);
            piece.rows().forEach(row -> row.forEach(cell -> add(cell, words)));
            if (piece.form() == Piece.Form.TABLE && piece.rows().get(0).size() > 1) {
                rows.addAll(piece.rows());
            }
        }
        samples.add(new Sample(format.equals("pdf") ? "pdf, flowing" : format, name, bytes, words, rows));
    }

    /** Labels above their values are read across, and cut cells are not what was meant; both are not the reader's fault. */
    private static Style plain(Style style) {
        return new Style(style.font(), style.bold(), Math.min(9, style.size()), 40, style.paper(), style.sender(),
                style.head(), style.everyPage(), style.numbering(), style.ruled(), Math.min(1, style.pairs()),
                style.titleSize(), 0, style.footer());
    }

    private void columns(int count, int number) {
        Sheet sheet = new Sheet().page(PDRectangle.A4);
        List<String> words = new ArrayList<>();
        sheet.text(Sheet.BOLD, 18, 50, 70, "Notes from the harbour");
        add("Notes from the harbour", words);
        float gap = 18 + random.nextInt(12);
        float width = (495 - gap * (count - 1)) / count;
        int lines = 15 + random.nextInt(30);
        for (int column = 0; column < count; column++) {
            float x = 50 + column * (width + gap);
            List<String> text = new ArrayList<>();
            while (text.size() < lines) {
                text.addAll(Draw.broken(sentence(), Sheet.SERIF, 10, width));
            }
            for (int line = 0; line < lines; line++) {
                sheet.text(Sheet.SERIF, 10, x, 110 + 13 * line, text.get(line));
                add(text.get(line), words);
            }
        }
        sheet.center(Sheet.PLAIN, 8, 297, 815, "- 1 -");
        samples.add(new Sample("pdf, " + count + " columns", "columns-" + number + ".pdf", sheet.bytes(), words, List.of()));
    }

    /** A table between paragraphs, without lines or with some, with empty cells and cells of two lines. */
    private void grid(int number) {
        Sheet sheet = new Sheet().page(PDRectangle.A4);
        List<String> words = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        float y = paragraph(sheet, 60, words);
        int columns = 3 + random.nextInt(heldOut ? 4 : 2);
        float step = 495f / columns;
        boolean ruled = random.nextBoolean();
        int count = 4 + random.nextInt(20);
        for (int row = 0; row < count; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                boolean empty = row > 0 && column > 0 && random.nextInt(heldOut ? 6 : 12) == 0;
                cells.add(row == 0 ? List.of("Port", "Ship", "Berth", "Tons", "Crew", "Fee").get(column)
                        : empty ? "" : column == 0 ? List.of("Rostock", "Le Havre", "Gijón", "Trieste").get(random.nextInt(4))
                        : String.valueOf(10 + random.nextInt(90_000)));
            }
            if (ruled) {
                sheet.line(50, y, 50 + columns * step, y);
                for (int edge = 0; edge <= columns; edge++) {
                    sheet.line(50 + edge * step, y, 50 + edge * step, y + 18);
                }
            }
            for (int column = 0; column < columns; column++) {
                String cell = cells.get(column);
                float right = 50 + (column + 1) * step - 6;
                if (column > 0 && row > 0) {
                    sheet.right(Sheet.PLAIN, 9, right, y + 12, cell);
                } else if (column > 0) {
                    sheet.right(Sheet.BOLD, 9, right, y + 12, cell);
                } else {
                    sheet.text(row == 0 ? Sheet.BOLD : Sheet.PLAIN, 9, 54, y + 12, cell);
                }
                add(cell, words);
            }
            rows.add(cells);
            y += 18;
        }
        if (ruled) {
            sheet.line(50, y, 50 + columns * step, y);
        }
        paragraph(sheet, y + 30, words);
        String layout = ruled ? "pdf, table with lines" : "pdf, table without lines";
        samples.add(new Sample(layout, "grid-" + number + ".pdf", sheet.bytes(), words, rows));
    }

    /** Running text with a narrow column of remarks beside it, which is read after it. */
    private void aside(int number) {
        Sheet sheet = new Sheet().page(PDRectangle.A4);
        List<String> words = new ArrayList<>();
        List<String> main = new ArrayList<>();
        while (main.size() < 24) {
            main.addAll(Draw.broken(sentence(), Sheet.SERIF, 11, 330));
        }
        for (int line = 0; line < main.size(); line++) {
            sheet.text(Sheet.SERIF, 11, 50, 80 + 15 * line, main.get(line));
            add(main.get(line), words);
        }
        List<String> remarks = Draw.broken(sentence() + " " + sentence(), Sheet.PLAIN, 8, 110);
        for (int line = 0; line < remarks.size(); line++) {
            sheet.text(Sheet.PLAIN, 8, 425, 80 + 10 * line, remarks.get(line));
            add(remarks.get(line), words);
        }
        samples.add(new Sample("pdf, remarks beside", "aside-" + number + ".pdf", sheet.bytes(), words, List.of()));
    }

    private float paragraph(Sheet sheet, float top, List<String> words) {
        float y = top;
        for (String line : Draw.broken(sentence() + " " + sentence() + " " + sentence(), Sheet.PLAIN, 10, 495)) {
            sheet.text(Sheet.PLAIN, 10, 50, y, line);
            add(line, words);
            y += 14;
        }
        return y + 16;
    }

    private String sentence() {
        return SENTENCES.get(random.nextInt(SENTENCES.size()));
    }

    private static void add(String text, List<String> words) {
        for (String word : text.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
    }

    private static byte[] xlsx(List<Piece> pieces) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet();
            int at = 0;
            for (Piece piece : pieces) {
                if (piece.rows().isEmpty()) {
                    sheet.createRow(at++).createCell(0).setCellValue(piece.text());
                }
                for (List<String> cells : piece.rows()) {
                    Row row = sheet.createRow(at++);
                    for (int column = 0; column < cells.size(); column++) {
                        row.createCell(column).setCellValue(cells.get(column));
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
