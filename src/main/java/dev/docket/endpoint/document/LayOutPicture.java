package dev.docket.endpoint.document;

import dev.docket.endpoint.ocr.Recognized;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Lays a picture's text out as if a PDF had drawn it: each letter gets its share of the width of its line. */
final class LayOutPicture {
    private static final float POINTS = 72;

    /** How much of the height of a line's box its letters take, and where in it their baseline is. */
    private static final float SIZE = 0.8f;

    private static final float BASELINE = 0.78f;

    private final float width;
    private final float height;
    private final float scale;
    private final Allowance allowance;

    LayOutPicture(float width, float height, int dpi, Allowance allowance) {
        this.scale = POINTS / dpi;
        this.width = width * scale;
        this.height = height * scale;
        this.allowance = allowance;
    }

    Page page(List<Recognized> texts) {
        List<Glyph> glyphs = new ArrayList<>();
        texts.forEach(text -> add(text, glyphs));
        if (glyphs.isEmpty()) {
            return Page.BLANK;
        }
        Upright upright = new Upright(new PDRectangle(width, height), 0);
        return LayOutPage.layOut(new CapturedPage(glyphs, List.of(), List.of(), List.of(), upright));
    }

    private void add(Recognized text, List<Glyph> glyphs) {
        int[] letters = text.text().codePoints().toArray();
        allowance.text(letters.length);
        float left = text.left() * scale;
        float share = (text.right() * scale - left) / Math.max(1, letters.length);
        float tall = (text.bottom() - text.top()) * scale;
        float baseline = text.top() * scale + BASELINE * tall;
        if (share <= 0 || tall <= 0) {
            return;
        }
        for (int i = 0; i < letters.length; i++) {
            float from = left + i * share;
            glyphs.add(new Glyph(Character.toString(letters[i]), from, from + share, baseline, SIZE * tall, share / 2));
        }
    }
}
