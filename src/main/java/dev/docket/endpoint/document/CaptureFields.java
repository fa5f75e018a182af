package dev.docket.endpoint.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Finds the fields of a PDF's form and where each stands on its page. */
final class CaptureFields {
    private static final int MOST = 20_000;

    private final Map<COSDictionary, PDTerminalField> byWidget = new IdentityHashMap<>();

    CaptureFields(PDDocument pdf) {
        // Without the repairs that PDFBox would do first, as they search the whole file.
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return;
        }
        for (PDField field : form.getFieldTree()) {
            WorkStopped.check();
            if (field instanceof PDTerminalField terminal && byWidget.size() < MOST) {
                terminal.getWidgets().forEach(widget -> byWidget.put(widget.getCOSObject(), terminal));
            }
        }
    }

    /** The places on a page where something can be filled in; buttons and signatures are none. */
    List<FormField> on(PDPage page, int number, Upright upright) {
        if (byWidget.isEmpty()) {
            return List.of();
        }
        List<FormField> fields = new ArrayList<>();
        try {
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDTerminalField field = byWidget.get(annotation.getCOSObject());
                if (field != null && annotation instanceof PDAnnotationWidget widget && !widget.isHidden()) {
                    add(field, widget, number, upright, fields);
                }
            }
        } catch (IOException broken) {
            // A form that is broken takes nothing from the text around it.
            return List.of();
        }
        return List.copyOf(fields);
    }

    private static void add(
            PDTerminalField field, PDAnnotationWidget widget, int page, Upright upright, List<FormField> fields) {
        PDRectangle at = widget.getRectangle();
        FormField.Kind kind = kind(field);
        if (kind == null || at == null) {
            return;
        }
        Box box = upright.box(at.getLowerLeftX(), at.getLowerLeftY(), at.getUpperRightX(), at.getUpperRightY());
        String option = field instanceof PDRadioButton ? onState(widget) : null;
        fields.add(new FormField(
                field.getFullyQualifiedName(),
                field.getAlternateFieldName(),
                kind,
                value(field),
                option,
                options(field),
                page,
                box));
    }

    private static FormField.Kind kind(PDTerminalField field) {
        if (field instanceof PDTextField) {
            return FormField.Kind.TEXT;
        } else if (field instanceof PDCheckBox) {
            return FormField.Kind.CHECKBOX;
        } else if (field instanceof PDRadioButton) {
            return FormField.Kind.RADIO;
        }
        return field instanceof PDChoice ? FormField.Kind.CHOICE : null;
    }

    private static String value(PDTerminalField field) {
        if (field instanceof PDCheckBox box) {
            return String.valueOf(box.isChecked());
        } else if (field instanceof PDRadioButton group) {
            return "Off".equals(group.getValue()) ? "" : group.getValue();
        } else if (field instanceof PDChoice choice) {
            return String.join(", ", choice.getValue());
        }
        return field instanceof PDTextField text ? text.getValue() : "";
    }

    private static List<String> options(PDTerminalField field) {
        if (field instanceof PDRadioButton group) {
            return List.copyOf(group.getOnValues());
        }
        return field instanceof PDChoice choice ? List.copyOf(choice.getOptionsDisplayValues()) : List.of();
    }

    /** The name of the appearance that shows the widget chosen. */
    private static String onState(PDAnnotationWidget widget) {
        var appearance = widget.getAppearance();
        if (appearance == null
                || appearance.getNormalAppearance() == null
                || !appearance.getNormalAppearance().isSubDictionary()) {
            return null;
        }
        return appearance.getNormalAppearance().getSubDictionary().keySet().stream()
                .map(name -> name.getName())
                .filter(name -> !name.equals("Off"))
                .findFirst()
                .orElse(null);
    }
}
