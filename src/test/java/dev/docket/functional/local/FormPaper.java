package dev.docket.functional.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
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
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        COSDictionary states = new COSDictionary();
        for (String state : new String[] {"Yes", "Off"}) {
            PDAppearanceStream drawn = new PDAppearanceStream(paper.document);
            drawn.setBBox(new PDRectangle(12, 12));
            states.setItem(state, drawn);
        }
        appearance.setNormalAppearance(new PDAppearanceEntry(states));
        widget.setAppearance(appearance);
        if (checked) {
            field.check();
        } else {
            field.unCheck();
        }
        return this;
    }

    byte[] bytes() {
        return paper.bytes();
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
