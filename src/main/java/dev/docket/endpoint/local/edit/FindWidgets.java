package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.FormPage;
import dev.docket.endpoint.document.PdfForm;
import dev.docket.endpoint.document.Upright;
import dev.docket.endpoint.document.WorkStopped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDPushButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;

/** Finds the fields of a PDF's own form that can be seen on its pages; buttons and signatures are none. */
final class FindWidgets {
    private static final float SMALLEST = 1;

    /** A field where it stands on a page. */
    private record Seen(PDTerminalField field, PDAnnotationWidget widget, Box box) {}

    private final PdfForm form;
    private final int most;
    private final Map<COSDictionary, PDTerminalField> byWidget = new IdentityHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final List<Spot> spots = new ArrayList<>();

    private FindWidgets(PdfForm form, int most) {
        this.form = form;
        this.most = most;
    }

    /** The places in the order of the pages; empty when the PDF has no form. */
    static List<Spot> in(PdfForm form, PDAcroForm fields, int most) throws IOException {
        FindWidgets find = new FindWidgets(form, most);
        find.index(fields);
        for (int page = 1; page <= form.pages().size() && !find.byWidget.isEmpty(); page++) {
            find.page(page);
        }
        return find.spots;
    }

    private void index(PDAcroForm fields) {
        for (PDField field : fields.getFieldTree()) {
            WorkStopped.check();
            boolean fillable = field instanceof PDTerminalField
                    && !(field instanceof PDPushButton)
                    && !(field instanceof PDSignatureField);
            if (fillable) {
                PDTerminalField terminal = (PDTerminalField) field;
                terminal.getWidgets().forEach(widget -> byWidget.put(widget.getCOSObject(), terminal));
            }
            if (byWidget.size() > most) {
                throw DocumentRefused.tooLarge("form fields", most);
            }
        }
    }

    private void page(int number) throws IOException {
        PDPage pdfPage = form.pdf().getPage(number - 1);
        FormPage page = form.pages().get(number - 1);
        Upright frame = page.drawn().frame();
        List<Seen> seen = new ArrayList<>();
        for (PDAnnotation annotation : pdfPage.getAnnotations()) {
            PDTerminalField field = byWidget.get(annotation.getCOSObject());
            PDRectangle at = annotation.getRectangle();
            if (field != null && annotation instanceof PDAnnotationWidget widget && !widget.isHidden() && at != null) {
                Box box = frame.box(at.getLowerLeftX(), at.getLowerLeftY(), at.getUpperRightX(), at.getUpperRightY());
                if (box.width() >= SMALLEST && box.height() >= SMALLEST) {
                    seen.add(new Seen(field, widget, box));
                }
            }
        }
        NearLabel labels = new NearLabel(
                new PageWords(page.page()), seen.stream().map(Seen::box).toList());
        Upright shown = Upright.shown(pdfPage);
        for (Seen one : seen) {
            WorkStopped.check();
            add(one, number, labels, shown, frame);
        }
    }

    private void add(Seen seen, int page, NearLabel labels, Upright shown, Upright frame) {
        PDTerminalField field = seen.field();
        boolean tick = field instanceof PDButton;
        String state = tick ? WidgetState.of(seen.field(), seen.widget()) : null;
        boolean several = tick && isOneOfSeveral(field);
        String name = String.valueOf(field.getFullyQualifiedName());
        String key = several ? name + "." + state : name;
        if (!keys.add(key)) {
            return;
        }
        String beside = tick ? labels.right(seen.box()) : labels.left(seen.box());
        if (beside.isEmpty()) {
            beside = tick ? labels.left(seen.box()) : labels.above(seen.box());
        }
        String told = text(field.getAlternateFieldName());
        Set<String> names = new LinkedHashSet<>();
        names.add(several ? beside : told);
        names.add(beside);
        names.add(several ? text(state) : NameSpots.spelled(text(field.getPartialName())));
        names.add(several ? "" : NameSpots.spelled(name));
        names.remove("");
        String group = several ? (told.isEmpty() ? NameSpots.spelled(name) : told) : "";
        spots.add(new Spot(
                key,
                names.isEmpty() ? key : names.iterator().next(),
                group,
                List.copyOf(names),
                tick,
                field.isReadOnly(),
                WidgetState.value(field, state),
                page,
                shown.place(frame.turn(seen.box(), shown)),
                field instanceof PDChoice choice ? List.copyOf(choice.getOptionsDisplayValues()) : List.of(),
                new Target.Widget(field, state)));
    }

    private static boolean isOneOfSeveral(PDTerminalField field) {
        return field.getWidgets().size() > 1
                && field.getWidgets().stream()
                                .map(widget -> WidgetState.of(field, widget))
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }

    /** A text without letters, as a number, is no name of anything. */
    private static String text(String text) {
        boolean telling = text != null && text.chars().anyMatch(Character::isLetter);
        return telling ? NearLabel.plain(text) : "";
    }
}
