package extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Draws a PDF: text and lines at places counted in points from the upper left corner of an A4 page. */
final class Paper {
    static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    static final PDFont SERIF = new PDType1Font(FontName.TIMES_ROMAN);
    static final PDFont TYPED = new PDType1Font(FontName.COURIER);

    final PDDocument document = new PDDocument();
    private final PDFont font;
    private final float size;
    private PDPageContentStream drawing;

    Paper(PDFont font, float size) {
        this.font = font;
        this.size = size;
        page();
    }

    Paper page() {
        return run(() -> {
            if (drawing != null) {
                drawing.close();
            }
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            drawing = new PDPageContentStream(document, page);
        });
    }

    Paper text(float x, float y, String text) {
        return text(font, size, x, y, text);
    }

    Paper bold(float x, float y, String text) {
        return text(BOLD, size, x, y, text);
    }

    Paper text(PDFont face, float height, float x, float y, String text) {
        return run(() -> {
            drawing.beginText();
            drawing.setFont(face, height);
            drawing.newLineAtOffset(x, PDRectangle.A4.getHeight() - y);
            drawing.showText(text);
            drawing.endText();
        });
    }

    /** Text that ends at x. */
    Paper right(float x, float y, String text) {
        return right(font, size, x, y, text);
    }

    Paper right(PDFont face, float height, float x, float y, String text) {
        return text(face, height, x - width(face, height, text), y, text);
    }

    Paper center(PDFont face, float height, float x, float y, String text) {
        return text(face, height, x - width(face, height, text) / 2, y, text);
    }

    Paper line(float x1, float y1, float x2, float y2) {
        return run(() -> {
            float height = PDRectangle.A4.getHeight();
            drawing.setLineWidth(0.6f);
            drawing.moveTo(x1, height - y1);
            drawing.lineTo(x2, height - y2);
            drawing.stroke();
        });
    }

    /** Running text broken at a width; answers where the next line would stand. */
    float paragraph(float x, float y, float width, String text) {
        float at = y;
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && width(font, size, line + " " + word) > width) {
                text(x, at, line.toString());
                at += 1.35f * size;
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        text(x, at, line.toString());
        return at + 1.35f * size;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(() -> {
            drawing.close();
            document.save(out);
            document.close();
        });
        return out.toByteArray();
    }

    private static float width(PDFont face, float height, String text) {
        try {
            return face.getStringWidth(text) / 1000 * height;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private Paper run(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
