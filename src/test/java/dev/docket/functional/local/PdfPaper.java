package dev.docket.functional.local;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Draws PDFs for tests: text and lines at places counted from the upper left corner of an A4 page. */
public final class PdfPaper implements AutoCloseable {
    public static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    public static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    public final PDDocument document = new PDDocument();
    private PDPageContentStream drawing;

    public PdfPaper page() {
        return page(0);
    }

    public PdfPaper page(int rotation) {
        try {
            endPage();
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            drawing = new PDPageContentStream(document, page);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A page that is turned for its viewer and written on so that it is upright then; 595 points high. */
    public PdfPaper landscape() {
        page(90);
        try {
            drawing.transform(new Matrix(0, 1, -1, 0, PDRectangle.A4.getWidth(), 0));
            drawing.transform(Matrix.getTranslateInstance(0, PDRectangle.A4.getWidth() - PDRectangle.A4.getHeight()));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public PdfPaper text(float x, float y, String text) {
        return text(PLAIN, 10, x, y, text);
    }

    public PdfPaper text(PDFont font, float size, float x, float y, String text) {
        try {
            drawing.beginText();
            drawing.setFont(font, size);
            drawing.newLineAtOffset(x, PDRectangle.A4.getHeight() - y);
            drawing.showText(text);
            drawing.endText();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A picture all over the page, as a scanner makes it. */
    public PdfPaper image(BufferedImage image) {
        try {
            PDRectangle sheet = PDRectangle.A4;
            float height = sheet.getWidth() * image.getHeight() / image.getWidth();
            PDImageXObject picture = LosslessFactory.createFromImage(document, image);
            drawing.drawImage(picture, 0, sheet.getHeight() - height, sheet.getWidth(), height);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Text that ends at x. */
    public PdfPaper textUpTo(PDFont font, float size, float x, float y, String text) {
        try {
            return text(font, size, x - font.getStringWidth(text) / 1000 * size, y, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public PdfPaper line(float x1, float y1, float x2, float y2) {
        try {
            float height = PDRectangle.A4.getHeight();
            drawing.moveTo(x1, height - y1);
            drawing.lineTo(x2, height - y2);
            drawing.stroke();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The outline of a box whose upper left corner is given. */
    public PdfPaper box(float x, float y, float width, float height) {
        try {
            drawing.addRect(x, PDRectangle.A4.getHeight() - y - height, width, height);
            drawing.stroke();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A box without an outline, filled with a grey from 0, black, to 1, white. */
    public PdfPaper area(float x, float y, float width, float height, float grey) {
        try {
            drawing.saveGraphicsState();
            drawing.setNonStrokingColor(grey);
            drawing.addRect(x, PDRectangle.A4.getHeight() - y - height, width, height);
            drawing.fill();
            drawing.restoreGraphicsState();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A row of boxes that touch. */
    public PdfPaper comb(float x, float y, int cells, float width, float height) {
        for (int at = 0; at < cells; at++) {
            box(x + at * width, y, width, height);
        }
        return this;
    }

    public PdfPaper lock(String password) {
        try {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public byte[] bytes() {
        return bytes(CompressParameters.NO_COMPRESSION);
    }

    /** With its objects packed in streams, as most writers do today. */
    public byte[] packed() {
        return bytes(CompressParameters.DEFAULT_COMPRESSION);
    }

    private byte[] bytes(CompressParameters compression) {
        try (this) {
            endPage();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, compression);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void endPage() throws IOException {
        if (drawing != null) {
            drawing.close();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
