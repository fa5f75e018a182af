package dev.docket.functional.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Makes PDF forms for tests: a page with fields at places counted from its upper left corner. */
final class FormPaper {
    final PdfPaper paper = new PdfPaper().page().text(50, 50, "Application");
    private final PDAcroForm form = new PDAcroForm(paper.document);

    FormPaper() {
        paper.document.getDocumentCatalog().setAcroForm(form);
        PDResources fonts = new PDResources();
        fonts.put(COSName.getPDFName("Helv"), PdfPaper.PLAIN);
        form.setDefaultResources(fonts);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
    }

    /** A text field; a name with a dot makes it a part of a field above it. */
    FormPaper text(String name, String label, String value, float x, float y) throws IOException {
        PDTextField field = new PDTextField(form);
        field.setDefaultAppearance("/Helv 10 Tf 0 g");
        field.setAlternateFieldName(label);
        place(field, name, x, y, 150);
        field.setValue(value);
        return this;
    }

    FormPaper box(String name, boolean checked, float x, float y) throws IOException {
        PDCheckBox field = new PDCheckBox(form);
        PDAnnotationWidget widget = place(field, name, x, y, 12);
        widget.setAppearance(looks("Yes"));
        if (checked) {
            field.check();
        } else {
            field.unCheck();
        }
        return this;
    }

    /** The fields themselves, for what a test wants to be odd about them. */
    PDAcroForm form() {
        return form;
    }

    /** A field of several lines. */
    FormPaper area(String name, String label, float x, float y, float width, float height) {
        PDTextField field = new PDTextField(form);
        field.setMultiline(true);
        field.setDefaultAppearance("/Helv 0 Tf 0 g");
        field.setAlternateFieldName(label);
        place(field, name, x, y, width)
                .setRectangle(new PDRectangle(x, PDRectangle.A4.getHeight() - y - height, width, height));
        return this;
    }

    /** A list to choose one entry of. */
    FormPaper choice(String name, String label, List<String> exports, List<String> shown, float x, float y) {
        PDComboBox field = new PDComboBox(form);
        field.setDefaultAppearance("/Helv 10 Tf 0 g");
        field.setAlternateFieldName(label);
        field.setOptions(exports, shown);
        place(field, name, x, y, 150);
        return this;
    }

    /** A group of radio buttons, each with its state written beside it. */
    FormPaper radio(String name, String label, List<String> states, float x, float y) throws IOException {
        PDRadioButton field = new PDRadioButton(form);
        field.setPartialName(name);
        field.setAlternateFieldName(label);
        List<PDAnnotationWidget> widgets = new ArrayList<>();
        for (int at = 0; at < states.size(); at++) {
            PDAnnotationWidget widget = new PDAnnotationWidget();
            widget.setRectangle(new PDRectangle(x + 80 * at, PDRectangle.A4.getHeight() - y - 12, 12, 12));
            widget.setPage(paper.document.getPage(0));
            widget.setAppearance(looks(states.get(at)));
            widget.getCOSObject().setItem(COSName.AS, COSName.getPDFName("Off"));
            widgets.add(widget);
            paper.document.getPage(0).getAnnotations().add(widget);
            paper.text(x + 80 * at + 16, y + 10, states.get(at));
        }
        field.setWidgets(widgets);
        form.getFields().add(field);
        return this;
    }

    byte[] bytes() {
        return paper.bytes();
    }

    private PDAppearanceDictionary looks(String on) throws IOException {
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        COSDictionary states = new COSDictionary();
        for (String state : new String[] {on, "Off"}) {
            PDAppearanceStream drawn = new PDAppearanceStream(paper.document);
            drawn.setBBox(new PDRectangle(12, 12));
            drawn.setResources(new PDResources());
            try (PDAppearanceContentStream content = new PDAppearanceContentStream(drawn)) {
                content.addRect(1, 1, 10, 10);
                content.stroke();
                if (state.equals(on)) {
                    content.addRect(3, 3, 6, 6);
                    content.fill();
                }
            }
            states.setItem(state, drawn);
        }
        appearance.setNormalAppearance(new PDAppearanceEntry(states));
        return appearance;
    }

    private PDAnnotationWidget place(PDTerminalField field, String name, float x, float y, float width) {
        int dot = name.indexOf('.');
        field.setPartialName(name.substring(dot + 1));
        if (dot < 0) {
            form.getFields().add(field);
        } else {
            addTo(name.substring(0, dot), field);
        }
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(x, PDRectangle.A4.getHeight() - y - 14, width, 14));
        widget.setPage(paper.document.getPage(0));
        try {
            paper.document.getPage(0).getAnnotations().add(widget);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return widget;
    }

    private void addTo(String parentName, PDField field) {
        PDNonTerminalField parent = (PDNonTerminalField) form.getField(parentName);
        List<PDField> children = new ArrayList<>();
        if (parent == null) {
            parent = new PDNonTerminalField(form);
            parent.setPartialName(parentName);
            form.getFields().add(parent);
        } else {
            children.addAll(parent.getChildren());
        }
        children.add(field);
        parent.setChildren(children);
        field.getCOSObject().setItem(COSName.PARENT, parent.getCOSObject());
    }
}
