package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.PdfForm;
import dev.docket.endpoint.document.Place;
import dev.docket.endpoint.document.Upright;
import dev.docket.endpoint.document.WorkStopped;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Draws a frame around each place of a form, with its key, for people to look at. */
final class Annotate {
    private static final float SIZE = 5;
    private static final PDFont FONT = new PDType1Font(FontName.HELVETICA);

    private Annotate() {}

    static void draw(PdfForm form, List<Spot> spots) throws IOException {
        int at = 0;
        while (at < spots.size()) {
            int page = spots.get(at).page();
            int end = at;
            while (end < spots.size() && spots.get(end).page() == page) {
                end++;
            }
            page(form, form.pdf().getPage(page - 1), spots.subList(at, end));
            at = end;
        }
    }

    private static void page(PdfForm form, PDPage page, List<Spot> spots) throws IOException {
        Upright shown = Upright.shown(page);
        try (PDPageContentStream content = new PDPageContentStream(form.pdf(), page, AppendMode.APPEND, true, true)) {
            content.transform(shown.drawing());
            content.setLineWidth(0.7f);
            for (Spot spot : spots) {
                WorkStopped.check();
                Box box = box(spot.place(), shown);
                content.setStrokingColor(spot.checkbox() ? 0f : 0.8f, spot.checkbox() ? 0.5f : 0f, 0f);
                content.addRect(box.left(), shown.height() - box.bottom(), box.width(), box.height());
                content.stroke();
                content.beginText();
                content.setNonStrokingColor(spot.checkbox() ? 0f : 0.8f, spot.checkbox() ? 0.5f : 0f, 0f);
                content.setFont(FONT, SIZE);
                content.newLineAtOffset(box.left(), shown.height() - box.top() + 1);
                content.showText(drawable(spot.key()));
                content.endText();
            }
        }
    }

    private static Box box(Place place, Upright shown) {
        float left = (float) place.left() * shown.width();
        float top = (float) place.top() * shown.height();
        return new Box(
                left, top, left + (float) place.width() * shown.width(), top + (float) place.height() * shown.height());
    }

    /** Keys are mostly plain letters; what is not is only hinted at. */
    private static String drawable(String key) {
        String plain = key.length() > 60 ? key.substring(0, 60) : key;
        return plain.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
