package made;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Draws a PDF: text and lines at places counted in points from the upper left corner of a page. */
public final class Sheet {
    public static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    public static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    public static final PDFont SERIF = new PDType1Font(FontName.TIMES_ROMAN);
    public static final PDFont SERIF_BOLD = new PDType1Font(FontName.TIMES_BOLD);
    public static final PDFont TYPED = new PDType1Font(FontName.COURIER);
    public static final PDFont TYPED_BOLD = new PDType1Font(FontName.COURIER_BOLD);

    private final PDDocument document = new PDDocument();
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream drawing;
    private float height;

    public Sheet page(PDRectangle size) {
        return run(() -> {
            close();
            PDPage page = new PDPage(size);
            document.addPage(page);
            pages.add(page);
            height = size.getHeight();
            drawing = new PDPageContentStream(document, page);
        });
    }

    public int pages() {
        return pages.size();
    }

    public Sheet text(PDFont font, float size, float x, float y, String text) {
        return run(() -> {
            drawing.beginText();
            drawing.setFont(font, size);
            drawing.newLineAtOffset(x, height - y);
            drawing.showText(plain(text));
            drawing.endText();
        });
    }

    /** Text that ends at x. */
    public Sheet right(PDFont font, float size, float x, float y, String text) {
        return text(font, size, x - width(font, size, text), y, text);
    }

    public Sheet center(PDFont font, float size, float x, float y, String text) {
        return text(font, size, x - width(font, size, text) / 2, y, text);
    }

    public Sheet line(float x1, float y1, float x2, float y2) {
        return run(() -> {
            drawing.setLineWidth(0.6f);
            drawing.moveTo(x1, height - y1);
            drawing.lineTo(x2, height - y2);
            drawing.stroke();
        });
    }

    /** Writes on a page that was drawn before, as a stamp does. */
    public Sheet stamp(int page, float size, float x, float y, String text) {
        return run(() -> {
            close();
            PDPage old = pages.get(page);
            try (PDPageContentStream over =
                    new PDPageContentStream(document, old, PDPageContentStream.AppendMode.APPEND, true, true)) {
                over.beginText();
                over.setFont(PLAIN, size);
                over.newLineAtOffset(x, old.getMediaBox().getHeight() - y);
                over.showText(text);
                over.endText();
            }
        });
    }

    public static float width(PDFont font, float size, String text) {
        try {
            return font.getStringWidth(plain(text)) / 1000 * size;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(() -> {
            close();
            document.save(out);
            document.close();
        });
        return out.toByteArray();
    }

    /** The standard fonts have no others. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('’', '\'');
    }

    private void close() throws IOException {
        if (drawing != null) {
            drawing.close();
            drawing = null;
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private Sheet run(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
