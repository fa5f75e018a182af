package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** Draws values on the pages of a PDF, at places that are no fields of its form. */
final class DrawSpots implements AutoCloseable {
    private static final float LARGEST = 12;
    private static final float PADDING = 2;
    /** Height of a capital letter in parts of the size. */
    private static final float CAPITAL = 0.72f;
    /** From here on a place is written into from the top down. */
    private static final float TALL = 28;

    private final PDDocument pdf;
    private final InkColor ink;
    private FormFont font;
    private PDPageContentStream page;
    private int pageNumber;
    private Target.Drawn target;

    DrawSpots(PDDocument pdf, InkColor ink) {
        this.pdf = pdf;
        this.ink = ink;
    }

    void text(Spot spot, String value) throws IOException {
        font = font == null ? FormFont.used(pdf) : font;
        String text = value.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        font.check(spot.key(), text);
        open(spot);
        if (target.cells() > 1 && text.length() > 1) {
            String bare = text.replaceAll("[\\s./-]", "");
            String fitting = text.codePointCount(0, text.length()) <= target.cells() ? text : bare;
            if (fitting.codePointCount(0, fitting.length()) <= target.cells()) {
                comb(fitting);
                return;
            }
        }
        lines(spot, text);
    }

    /** Two strokes across the box. */
    void tick(Spot spot) throws IOException {
        open(spot);
        Box box = target.box();
        float size = 0.7f * Math.min(box.width(), box.height());
        float left = box.middleX() - size / 2;
        float low = up(box.middleY()) - size / 2;
        page.setLineWidth(Math.max(0.8f, size / 7));
        page.setStrokingColor(ink.color());
        page.moveTo(left, low);
        page.lineTo(left + size, low + size);
        page.moveTo(left, low + size);
        page.lineTo(left + size, low);
        page.stroke();
        page.restoreGraphicsState();
    }

    private void lines(Spot spot, String text) throws IOException {
        Box box = target.box();
        float padding = Math.min(PADDING, box.width() / 10);
        float wide = box.width() - 2 * padding;
        float largest = Math.min(LARGEST, Math.max(3, 0.85f * box.height()));
        FitText fit = FitText.fit(text, wide, box.height(), largest, font::width)
                .orElseThrow(() -> new DocumentRefused(
                        ErrorCode.TEXT_NOT_DRAWABLE,
                        "The value for \"" + spot.key() + "\" is too long for its place, even in the smallest letters.",
                        Map.of("field", spot.key(), "characters", List.of())));
        float size = fit.size();
        float height = (fit.lines().size() - 1) * FitText.LEADING * size + CAPITAL * size;
        float top = box.height() > TALL
                ? box.top() + 3 + CAPITAL * size
                : box.top() + (box.height() - height) / 2 + CAPITAL * size;
        for (int at = 0; at < fit.lines().size(); at++) {
            show(fit.lines().get(at), size, box.left() + padding, up(top + at * FitText.LEADING * size));
        }
        page.restoreGraphicsState();
    }

    private void comb(String text) throws IOException {
        Box box = target.box();
        float cell = box.width() / target.cells();
        float size = Math.min(LARGEST, Math.min(0.8f * box.height(), 1.2f * cell));
        float base = up(box.middleY() + CAPITAL * size / 2);
        int[] characters = text.codePoints().toArray();
        for (int at = 0; at < characters.length; at++) {
            String character = Character.toString(characters[at]);
            float middle = box.left() + (at + 0.5f) * cell;
            show(character, size, middle - font.width(character) * size / 2, base);
        }
        page.restoreGraphicsState();
    }

    private void show(String line, float size, float x, float y) throws IOException {
        page.beginText();
        page.setNonStrokingColor(ink.color());
        page.setFont(font.font(), size);
        page.newLineAtOffset(x, y);
        page.showText(FormFont.visual(line));
        page.endText();
    }

    /** Turns the page so that the place is upright; what is drawn next ends with the state's restoring. */
    private void open(Spot spot) throws IOException {
        WorkStopped.check();
        target = (Target.Drawn) spot.target();
        if (pageNumber != spot.page()) {
            close();
            PDPage next = pdf.getPage(spot.page() - 1);
            page = new PDPageContentStream(pdf, next, AppendMode.APPEND, true, true);
            pageNumber = spot.page();
        }
        page.saveGraphicsState();
        page.transform(target.frame().drawing());
    }

    private float up(float down) {
        return target.frame().height() - down;
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }
}
