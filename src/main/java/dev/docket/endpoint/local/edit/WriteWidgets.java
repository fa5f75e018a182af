package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;

/**
 * Writes values into the fields of a PDF's form, and draws how they look, so that no viewer has to. Looks that were
 * there are left behind: they may be broken, and would show what was in the field before.
 */
final class WriteWidgets {
    private static final float LARGEST = 12;
    private static final float PADDING = 2;
    private static final COSName PLAIN = COSName.getPDFName("DocketHelvetica");
    private static final COSName WIDE = COSName.getPDFName("DocketSans");

    private final PDDocument pdf;
    private final PDAcroForm form;
    private final InkColor ink;
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private FormFont wide;

    WriteWidgets(PDDocument pdf, PDAcroForm form, InkColor ink) {
        this.pdf = pdf;
        this.form = form;
        this.ink = ink;
        PDResources resources = form.getDefaultResources();
        if (resources == null) {
            resources = new PDResources();
            form.setDefaultResources(resources);
        }
        resources.put(PLAIN, plain);
        form.setNeedAppearances(false);
        // With it, viewers that know both would go on showing what it holds.
        form.getCOSObject().removeItem(COSName.XFA);
    }

    void text(Spot spot, String value) throws IOException {
        WorkStopped.check();
        PDTerminalField field = ((Target.Widget) spot.target()).field();
        if (field instanceof PDChoice choice) {
            look(spot, choice, value);
            choice.setValue(exported(choice, value));
        } else if (field instanceof PDTextField text) {
            String written = fitting(spot, text, value);
            look(spot, text, written);
            text.getCOSObject().removeItem(COSName.RV);
            text.setValue(FormFont.visual(written));
            text.getCOSObject().setString(COSName.V, written);
        }
    }

    private static String exported(PDChoice choice, String shown) {
        int at = choice.getOptionsDisplayValues().indexOf(shown);
        List<String> exports = choice.getOptionsExportValues();
        return at >= 0 && at < exports.size() ? exports.get(at) : shown;
    }

    /** A value for a field with room for so many characters goes without its spaces if it must. */
    private static String fitting(Spot spot, PDTextField field, String value) {
        String text = value.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        text = field.isMultiline() ? text : text.replace('\n', ' ');
        int most = field.getMaxLen();
        if (most <= 0 || text.length() <= most) {
            return text;
        }
        String bare = text.replaceAll("[\\s./-]", "");
        if (bare.length() > most) {
            throw new DocumentRefused(
                    ErrorCode.TEXT_NOT_DRAWABLE,
                    "The value for \"" + spot.key() + "\" has more than the " + most + " characters its field takes.",
                    Map.of("field", spot.key(), "characters", List.of()));
        }
        return bare;
    }

    /** Sets font, size and colour for each place of the field, and takes away what it looked like. */
    private void look(Spot spot, PDVariableText field, String value) throws IOException {
        boolean latin = isLatin(value);
        COSName name = latin ? PLAIN : WIDE;
        if (!latin) {
            wide = wide == null ? FormFont.whole(pdf) : wide;
            form.getDefaultResources().put(WIDE, wide.font());
            wide.check(spot.key(), value);
        }
        PDFont font = latin ? plain : wide.font();
        for (PDAnnotationWidget widget : field.getWidgets()) {
            float size = size(field, widget, font, value);
            String look = String.format(Locale.ROOT, "/%s %.1f Tf %s", name.getName(), size, ink.operator());
            field.setDefaultAppearance(look);
            widget.getCOSObject().setString(COSName.DA, look);
            widget.getCOSObject().removeItem(COSName.AP);
        }
    }

    private boolean isLatin(String value) {
        try {
            plain.encode(value.replace("\n", ""));
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    private static float size(PDVariableText field, PDAnnotationWidget widget, PDFont font, String value) {
        PDRectangle box = widget.getRectangle();
        if (box == null) {
            return LARGEST;
        }
        int turn = widget.getCOSObject().getCOSDictionary(COSName.MK) == null
                ? 0
                : widget.getCOSObject().getCOSDictionary(COSName.MK).getInt(COSName.R, 0);
        boolean across = turn % 180 != 0;
        float width = (across ? box.getHeight() : box.getWidth()) - 2 * PADDING;
        float height = (across ? box.getWidth() : box.getHeight()) - 2;
        boolean several = field instanceof PDTextField text && text.isMultiline();
        boolean comb = field instanceof PDTextField text && text.isComb() && text.getMaxLen() > 0;
        float largest = Math.max(4, Math.min(own(field, widget), several ? LARGEST : 0.8f * height));
        if (comb) {
            return Math.min(largest, 1.2f * width / ((PDTextField) field).getMaxLen());
        }
        float high = several ? height - 4 : 0;
        return FitText.fit(value, Math.max(1, width - 2), high, largest, line -> width(font, line))
                .map(FitText::size)
                .orElse(4f);
    }

    /** The size that the form itself asks for. */
    private static float own(PDVariableText field, PDAnnotationWidget widget) {
        String look = widget.getCOSObject().getString(COSName.DA);
        look = look == null ? field.getDefaultAppearance() : look;
        String[] parts = look == null ? new String[0] : look.strip().split("\\s+");
        for (int at = 1; at < parts.length; at++) {
            if (parts[at].equals("Tf") && parts[at - 1].matches("\\d{1,3}(\\.\\d{1,6})?")) {
                float size = Float.parseFloat(parts[at - 1]);
                return size > 0 ? size : LARGEST;
            }
        }
        return LARGEST;
    }

    private static double width(PDFont font, String line) {
        try {
            return font.getStringWidth(line) / 1000;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
