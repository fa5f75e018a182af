package made;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Draws pieces onto a sheet in a style, over as many pages as they take. */
public final class Draw {
    private final Sheet sheet;
    private final Style style;
    private final String language;
    private final Random random;
    private final int firstPage;
    private float y;

    private Draw(Sheet sheet, Style style, String language, Random random) {
        this.sheet = sheet;
        this.style = style;
        this.language = language;
        this.random = random;
        firstPage = sheet.pages();
    }

    /** Answers how many pages were drawn. */
    public static int draw(Sheet sheet, Style style, String language, List<Piece> pieces, Random random) {
        Draw draw = new Draw(sheet, style, language, random);
        draw.newPage();
        pieces.forEach(draw::piece);
        int pages = sheet.pages() - draw.firstPage;
        for (int page = 0; page < pages; page++) {
            draw.number(page, pages);
        }
        return pages;
    }

    private float right() {
        return style.paper().getWidth() - style.margin();
    }

    private float bottom() {
        return style.paper().getHeight() - 70;
    }

    private void newPage() {
        sheet.page(style.paper());
        y = 50;
        boolean first = sheet.pages() == firstPage + 1;
        if (style.head() >= 0 && (first || style.everyPage())) {
            float size = style.size() + 2;
            switch (style.head()) {
                case 0 -> sheet.text(style.bold(), size, style.margin(), y, style.sender());
                case 1 -> sheet.center(style.bold(), size, style.paper().getWidth() / 2, y, style.sender());
                default -> sheet.right(style.bold(), size, right(), y, style.sender());
            }
            sheet.text(style.font(), style.size() - 1, style.margin(), y + 14, "12 Harbour Street, Tel. 0221 555 01");
            y += 45;
        }
        if (!style.footer().isEmpty()) {
            sheet.center(style.font(), 7, style.paper().getWidth() / 2, style.paper().getHeight() - 40, style.footer());
        }
    }

    private void number(int page, int pages) {
        String word = switch (language) {
            case "de" -> "Seite %d von %d";
            case "fr" -> "Page %d sur %d";
            case "es" -> "Página %d de %d";
            case "it" -> "Pagina %d di %d";
            default -> "Page %d of %d";
        };
        String text = switch (style.numbering()) {
            case 1 -> String.format(word, page + 1, pages);
            case 2 -> (page + 1) + "/" + pages;
            case 3 -> String.valueOf(page + 1);
            case 4 -> word.substring(0, word.indexOf(' ')) + " " + (page + 1);
            default -> "";
        };
        if (!text.isEmpty()) {
            sheet.stamp(firstPage + page, 8, right() - 60, style.paper().getHeight() - 25, text);
        }
    }

    private void room(float height) {
        if (y + height > bottom()) {
            newPage();
        }
    }

    private void piece(Piece piece) {
        switch (piece.form()) {
            case TITLE -> {
                float size = style.size() * style.titleSize();
                room(3 * size);
                y += size;
                String text = style.titleSize() == 1 ? piece.text().toUpperCase(Locale.ROOT) : piece.text();
                sheet.text(style.bold(), size, style.head() == 0 && style.pairs() == 1 ? 300 : style.margin(), y, noisy(text));
                y += 1.5f * size;
            }
            case HEADING -> {
                room(40);
                y += 8;
                sheet.text(style.bold(), style.size() + 1, style.margin(), y, noisy(piece.text()));
                y += 18;
            }
            case TEXT -> {
                for (String line : broken(piece.text(), style.font(), style.size(), right() - style.margin())) {
                    room(16);
                    sheet.text(style.font(), style.size(), style.margin(), y, noisy(line));
                    y += 1.35f * style.size();
                }
                y += 6;
            }
            case PAIRS -> pairs(piece.rows());
            case TABLE -> table(piece.rows());
        }
    }

    private void pairs(List<List<String>> pairs) {
        if (style.pairs() == 2 && pairs.size() <= 4) {
            room(40);
            float step = (right() - style.margin()) / pairs.size();
            for (int at = 0; at < pairs.size(); at++) {
                sheet.text(style.bold(), style.size() - 1, style.margin() + at * step, y, noisy(pairs.get(at).get(0)));
                sheet.text(style.font(), style.size(), style.margin() + at * step, y + 13, pairs.get(at).get(1));
            }
            y += 36;
            return;
        }
        for (List<String> pair : pairs) {
            room(16);
            if (style.pairs() == 1) {
                sheet.text(style.font(), style.size(), style.margin(), y, noisy(pair.get(0)) + ":");
                sheet.text(style.font(), style.size(), style.margin() + 130, y, pair.get(1));
            } else {
                sheet.text(style.font(), style.size(), style.margin(), y, noisy(pair.get(0)) + ": " + pair.get(1));
            }
            y += 1.4f * style.size();
        }
        y += 8;
    }

    private void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        float width = right() - style.margin();
        float first = columns == 1 ? width : 0.34f * width;
        float step = (width - first) / Math.max(1, columns - 1);
        float height = 1.7f * style.size();
        for (int row = 0; row < rows.size(); row++) {
            if (y + height > bottom()) {
                newPage();
                row(rows.get(0), true, first, step, height);
            }
            row(rows.get(row), row == 0, first, step, height);
        }
        y += 10;
    }

    private void row(List<String> cells, boolean head, float first, float step, float height) {
        if (style.ruled()) {
            sheet.line(style.margin(), y, right(), y);
            sheet.line(style.margin(), y + height, right(), y + height);
            for (int at = 0; at <= cells.size(); at++) {
                float x = at == 0 ? style.margin() : Math.min(right(), style.margin() + first + (at - 1) * step);
                sheet.line(x, y, x, y + height);
            }
        }
        float base = y + 1.2f * style.size();
        var font = head ? style.bold() : style.font();
        for (int at = 0; at < cells.size(); at++) {
            float x = at == 0 ? style.margin() : style.margin() + first + (at - 1) * step;
            String cell = cut(cells.get(at), font, (at == 0 ? first : step) - 8);
            boolean number = !head && cell.matches("[\\d.,]+");
            if (number && at > 0) {
                sheet.right(font, style.size(), x + step - 5, base, cell);
            } else {
                sheet.text(font, style.size(), x + 4, base, cell);
            }
        }
        y += height;
    }

    private String cut(String cell, org.apache.pdfbox.pdmodel.font.PDFont font, float width) {
        String text = cell;
        while (Sheet.width(font, style.size(), text) > width && text.length() > 1) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text;
    }

    /** Now and then a letter is read wrongly, as after OCR. */
    private String noisy(String text) {
        if (style.typos() == 0) {
            return text;
        }
        StringBuilder noisy = new StringBuilder(text);
        for (int at = 0; at < noisy.length(); at++) {
            if (Character.isLetter(noisy.charAt(at)) && random.nextInt(100) < style.typos()) {
                noisy.setCharAt(at, "lIo0ec".charAt(random.nextInt(6)));
            }
        }
        return noisy.toString();
    }

    public static List<String> broken(String text, org.apache.pdfbox.pdmodel.font.PDFont font, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && Sheet.width(font, size, line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
