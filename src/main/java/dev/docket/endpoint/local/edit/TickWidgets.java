package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.WorkStopped;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;

/** Ticks the boxes of a PDF's form. A box whose look when ticked is missing or broken gets a cross. */
final class TickWidgets {
    private static final COSName OFF = COSName.getPDFName("Off");

    private final PDDocument pdf;
    private final InkColor ink;

    TickWidgets(PDDocument pdf, InkColor ink) {
        this.pdf = pdf;
        this.ink = ink;
    }

    void set(Spot spot, boolean ticked) throws IOException {
        WorkStopped.check();
        Target.Widget target = (Target.Widget) spot.target();
        PDTerminalField field = target.field();
        COSName state = COSName.getPDFName(target.state());
        if (!ticked && spot.value() == null) {
            return;
        }
        field.getCOSObject().setItem(COSName.V, ticked ? state : OFF);
        for (PDAnnotationWidget widget : field.getWidgets()) {
            boolean shown = ticked && target.state().equals(WidgetState.of(field, widget));
            if (shown) {
                ensureLook(widget, state);
            }
            putStatesInline(widget);
            widget.getCOSObject().setItem(COSName.AS, shown ? state : OFF);
        }
    }

    private void ensureLook(PDAnnotationWidget widget, COSName state) throws IOException {
        COSDictionary look = widget.getCOSObject().getCOSDictionary(COSName.AP);
        if (look == null) {
            look = new COSDictionary();
            widget.getCOSObject().setItem(COSName.AP, look);
        }
        boolean hasStates =
                look.getDictionaryObject(COSName.N) instanceof COSDictionary normal && !(normal instanceof COSStream);
        COSDictionary states = hasStates ? look.getCOSDictionary(COSName.N) : new COSDictionary();
        if (!(states.getDictionaryObject(state) instanceof COSStream)) {
            states.setItem(state, drawn(widget, true));
            if (!(states.getDictionaryObject(OFF) instanceof COSStream)) {
                states.setItem(OFF, drawn(widget, false));
            }
            look.setItem(COSName.N, states);
        }
    }

    /** Some viewers do not look for the states anywhere but in the appearance itself. */
    private static void putStatesInline(PDAnnotationWidget widget) {
        COSDictionary look = widget.getCOSObject().getCOSDictionary(COSName.AP);
        boolean hasStates = look != null
                && look.getDictionaryObject(COSName.N) instanceof COSDictionary normal
                && !(normal instanceof COSStream);
        if (hasStates) {
            COSDictionary inline = new COSDictionary(look.getCOSDictionary(COSName.N));
            inline.setDirect(true);
            look.setItem(COSName.N, inline);
        }
    }

    private PDAppearanceStream drawn(PDAnnotationWidget widget, boolean cross) throws IOException {
        PDRectangle at = widget.getRectangle();
        float width = at.getWidth();
        float height = at.getHeight();
        PDAppearanceStream look = new PDAppearanceStream(pdf);
        look.setBBox(new PDRectangle(width, height));
        look.setResources(new PDResources());
        try (PDAppearanceContentStream content = new PDAppearanceContentStream(look)) {
            if (cross) {
                float size = 0.7f * Math.min(width, height);
                float left = (width - size) / 2;
                float low = (height - size) / 2;
                content.setLineWidth(Math.max(0.8f, size / 7));
                content.setStrokingColor(ink.color());
                content.moveTo(left, low);
                content.lineTo(left + size, low + size);
                content.moveTo(left, low + size);
                content.lineTo(left + size, low);
                content.stroke();
            }
        }
        return look;
    }
}
