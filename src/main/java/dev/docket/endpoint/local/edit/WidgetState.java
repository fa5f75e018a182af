package dev.docket.endpoint.local.edit;

import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** What a field of a form says it holds. */
final class WidgetState {
    private static final String OFF = "Off";

    private WidgetState() {}

    /**
     * The state that shows a box ticked. Of one whose appearances are missing or broken it is the number it has among
     * its like, as the format asks for.
     */
    static String of(PDTerminalField field, PDAnnotationWidget widget) {
        COSBase normal = widget.getCOSObject().getCOSDictionary(COSName.AP) == null
                ? null
                : widget.getCOSObject().getCOSDictionary(COSName.AP).getDictionaryObject(COSName.N);
        if (normal instanceof COSDictionary states && !(normal instanceof COSStream)) {
            for (COSName name : states.keySet()) {
                if (!name.getName().equals(OFF) && states.getDictionaryObject(name) instanceof COSStream) {
                    return name.getName();
                }
            }
        }
        List<PDAnnotationWidget> all = field.getWidgets();
        int at = 0;
        while (at < all.size() && all.get(at).getCOSObject() != widget.getCOSObject()) {
            at++;
        }
        return all.size() == 1 ? "Yes" : Integer.toString(at);
    }

    /** What is filled in, null when nothing is. */
    static String value(PDTerminalField field, String state) {
        if (field instanceof PDButton button) {
            return button.getValue().equals(state) ? "true" : null;
        }
        String value = field instanceof PDChoice choice
                ? String.join(", ", choice.getValue())
                : field instanceof PDTextField text ? text.getValue() : "";
        return value == null || value.isEmpty() ? null : value;
    }
}
