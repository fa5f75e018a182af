package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Endpoint;
import dev.docket.job.JobError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Forms with fields of their own. */
class FillFieldsTest {
    private static final Editing EDITING = new Editing();

    @AfterAll
    static void close() {
        EDITING.close();
    }

    private static FormPaper form() throws IOException {
        FormPaper form = new FormPaper();
        form.paper
                .text(50, 100, "Family name")
                .text(50, 130, "City")
                .text(80, 190, "Newsletter")
                .text(50, 255, "Sex");
        return form.text("applicant.last", null, "", 150, 90)
                .text("town", "Town of residence", "", 150, 120)
                .text("ref", "Reference", "A-1", 150, 150)
                .box("news", false, 60, 180)
                .choice("land", "Country", List.of("de", "pl"), List.of("Germany", "Poland"), 150, 210)
                .radio("sex", "Sex", List.of("female", "male"), 150, 245)
                .area("notes", "Notes", 150, 280, 250, 60);
    }

    @Test
    void every_kind_of_field_is_filled() throws IOException {
        Editing.Filled filled = EDITING.fill(
                form().bytes(),
                "surname: Nowak-Kowalska\ntown of residence: Łódź\n[x] newsletter\ncountry: Poland\nsex: female");

        assertThat(filled.keys())
                .containsExactly("applicant.last", "town", "ref", "news", "land", "sex.female", "sex.male", "notes");
        assertThat(filled.value("applicant.last")).isEqualTo("Nowak-Kowalska");
        assertThat(filled.value("town")).isEqualTo("Łódź");
        assertThat(filled.value("ref")).isEqualTo("A-1");
        assertThat(filled.value("news")).isEqualTo("true");
        assertThat(filled.value("land")).isEqualTo("Poland");
        assertThat(filled.value("sex.female")).isEqualTo("true");
        assertThat(filled.value("sex.male")).isNull();
        assertThat(filled.value("notes")).isNull();
        try (PDDocument pdf = filled.pdf()) {
            PDAcroForm fields = pdf.getDocumentCatalog().getAcroForm(null);
            assertThat(fields.getField("applicant.last").getValueAsString()).isEqualTo("Nowak-Kowalska");
            assertThat(fields.getField("town").getValueAsString()).isEqualTo("Łódź");
            assertThat(fields.getField("land").getCOSObject().getString(COSName.V))
                    .isEqualTo("pl");
            assertThat(((PDCheckBox) fields.getField("news")).isChecked()).isTrue();
            assertThat(((PDRadioButton) fields.getField("sex")).getValue()).isEqualTo("female");
            assertThat(fields.getNeedAppearances()).isFalse();
        }
    }

    @Test
    void each_filled_field_has_a_look_that_shows_its_value_in_the_colour_asked_for() throws IOException {
        Editing.Filled filled = EDITING.fill(form().bytes(), "last name: Nowak; notes: " + "many words ".repeat(12));
        try (PDDocument pdf = filled.pdf()) {
            PDAcroForm fields = pdf.getDocumentCatalog().getAcroForm(null);
            assertThat(look(fields.getField("applicant.last"))).contains("Nowak", "0.502 sc");
            assertThat(look(fields.getField("notes")).split("Tj", -1)).hasSizeGreaterThan(2);
        }
    }

    @Test
    void a_value_chooses_among_the_boxes_of_a_question_that_its_label_spells_out() throws IOException {
        FormPaper form = new FormPaper()
                .radio("q1", "Do you work at the premises of your client?", List.of("YES", "NO"), 150, 100)
                .radio("q2", "Do you have employees?", List.of("YES", "NO"), 150, 130);
        Editing.Filled filled = EDITING.fill(
                form.bytes(), "Do you work at the premises of your client?: no; do you have employees: yes");
        assertThat(filled.value("q1.NO")).isEqualTo("true");
        assertThat(filled.value("q1.YES")).isNull();
        assertThat(filled.value("q2.YES")).isEqualTo("true");
        assertThat(filled.value("q2.NO")).isNull();
    }

    @Test
    void long_text_is_made_smaller_to_fit_its_field() throws IOException {
        String city = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
        try (PDDocument pdf = EDITING.fill(form().bytes(), "city: " + city).pdf()) {
            PDTextField field =
                    (PDTextField) pdf.getDocumentCatalog().getAcroForm(null).getField("town");
            String[] look = field.getDefaultAppearance().split(" ");
            assertThat(Float.parseFloat(look[1])).isBetween(3f, 7f);
        }
    }

    @Test
    void a_box_that_has_no_look_when_ticked_gets_one_that_every_viewer_finds() throws IOException {
        FormPaper form = form();
        PDField box = form.form().getField("news");
        box.getWidgets().get(0).getCOSObject().removeItem(COSName.AP);
        PDField radio = form.form().getField("sex");
        for (PDAnnotationWidget widget : radio.getWidgets()) {
            widget.getCOSObject().setItem(COSName.AP, COSName.getPDFName("broken"));
        }
        Editing.Filled filled = EDITING.fill(form.bytes(), "tick newsletter; tick male");
        assertThat(filled.value("news")).isEqualTo("true");
        try (PDDocument pdf = filled.pdf()) {
            PDAcroForm fields = pdf.getDocumentCatalog().getAcroForm(null);
            for (String name : List.of("news", "sex")) {
                PDAnnotationWidget widget = fields.getField(name).getWidgets().get(name.equals("news") ? 0 : 1);
                COSName state = widget.getCOSObject().getCOSName(COSName.AS);
                assertThat(state).isNotEqualTo(COSName.Off);
                COSDictionary looks =
                        widget.getCOSObject().getCOSDictionary(COSName.AP).getCOSDictionary(COSName.N);
                assertThat(looks.isDirect()).isTrue();
                assertThat(looks.getDictionaryObject(state)).isInstanceOf(COSStream.class);
            }
        }
    }

    @Test
    void a_broken_look_of_a_text_field_is_replaced() throws IOException {
        FormPaper form = form();
        PDAppearanceStream broken = new PDAppearanceStream(form.paper.document);
        try (var out = broken.getContentStream().createOutputStream()) {
            out.write("/Tx BMC ((( ] >> EMC".getBytes(StandardCharsets.US_ASCII));
        }
        COSDictionary looks = new COSDictionary();
        looks.setItem(COSName.N, broken);
        form.form().getField("town").getWidgets().get(0).getCOSObject().setItem(COSName.AP, looks);
        try (PDDocument pdf = EDITING.fill(form.bytes(), "city: Paris").pdf()) {
            assertThat(look(pdf.getDocumentCatalog().getAcroForm(null).getField("town")))
                    .contains("Paris");
        }
    }

    @Test
    void a_field_that_may_only_be_looked_at_is_left_alone() throws IOException {
        FormPaper form = form();
        form.form().getField("ref").setReadOnly(true);
        assertThat(EDITING.fill(form.bytes(), "reference: B-2").value("ref")).isEqualTo("A-1");
    }

    @Test
    void a_value_beyond_the_length_of_its_field_goes_without_its_spaces_or_is_refused() throws IOException {
        FormPaper form = form();
        ((PDTextField) form.form().getField("ref")).setMaxLen(6);
        byte[] pdf = form.bytes();
        assertThat(EDITING.fill(pdf, "reference: 12 34 56")
                        .body()
                        .at("/form_data/2/value")
                        .textValue())
                .isEqualTo("12 34 56");
        JobError refused = error(pdf, "reference: 1234567");
        assertThat(refused.code()).isEqualTo("text_not_drawable");
        assertThat(refused.details()).containsEntry("field", "ref");
    }

    @Test
    void a_value_that_is_no_choice_is_left_out() throws IOException {
        assertThat(EDITING.fill(form().bytes(), "country: Atlantis").value("land"))
                .isNull();
    }

    @Test
    void characters_that_no_font_has_are_named() throws IOException {
        JobError refused = error(form().bytes(), "city: 東京");
        assertThat(refused.code()).isEqualTo("text_not_drawable");
        assertThat(refused.message()).contains("town", "U+6771", "U+4EAC");
    }

    @Test
    void greek_and_cyrillic_are_drawn_with_a_font_that_comes_along() throws IOException {
        Editing.Filled filled = EDITING.fill(form().bytes(), "city: Αθήνα; last name: Толстой");
        try (PDDocument pdf = filled.pdf()) {
            PDAcroForm fields = pdf.getDocumentCatalog().getAcroForm(null);
            assertThat(fields.getField("town").getValueAsString()).isEqualTo("Αθήνα");
            assertThat(fields.getField("applicant.last").getValueAsString()).isEqualTo("Толстой");
            assertThat(fields.getDefaultResources()
                            .getFont(COSName.getPDFName("DocketSans"))
                            .isEmbedded())
                    .isTrue();
        }
    }

    @Test
    void the_xfa_beside_a_form_is_taken_out_and_xfa_alone_is_refused() throws IOException {
        FormPaper form = form();
        form.form().getCOSObject().setItem(COSName.XFA, new COSArray());
        try (PDDocument pdf = EDITING.fill(form.bytes(), "city: Paris").pdf()) {
            assertThat(pdf.getDocumentCatalog().getAcroForm(null).hasXFA()).isFalse();
        }
        FormPaper dynamic = new FormPaper();
        dynamic.form().getCOSObject().setItem(COSName.XFA, new COSArray());
        assertThat(error(dynamic.bytes(), "city: Paris").code()).isEqualTo("document_type_unsupported");
    }

    @Test
    void what_is_protected_is_refused_unless_it_may_be_changed() throws IOException {
        FormPaper locked = form();
        locked.paper.lock("secret");
        assertThat(error(locked.bytes(), "city: Paris").code()).isEqualTo("document_encrypted");

        AccessPermission readOnly = new AccessPermission();
        readOnly.setCanModify(false);
        FormPaper fixed = form();
        fixed.paper.document.protect(new StandardProtectionPolicy("owner", "", readOnly));
        assertThat(error(fixed.bytes(), "city: Paris").code()).isEqualTo("document_encrypted");

        FormPaper free = form();
        free.paper.document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        assertThat(EDITING.fill(free.bytes(), "city: Paris").value("town")).isEqualTo("Paris");
    }

    @Test
    void other_types_of_documents_are_refused_by_name() {
        for (String[] other :
                new String[][] {{"a.txt", "text/plain"}, {"a.png", "image/png"}, {"a.html", "text/html"}}) {
            byte[] bytes = other[0].endsWith("png")
                    ? new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}
                    : "<html>Name: ____".getBytes(StandardCharsets.US_ASCII);
            var request = Editing.request(other[0], other[1], bytes).put("instructions", "name: x");
            assertThat(EDITING.error(Endpoint.EDIT_AGENT_FILL, request).code()).isEqualTo("document_type_unsupported");
        }
    }

    private static JobError error(byte[] pdf, String instructions) {
        return EDITING.error(Endpoint.EDIT_AGENT_FILL, Editing.request(pdf).put("instructions", instructions));
    }

    private static String look(PDField field) throws IOException {
        PDAnnotationWidget widget = field.getWidgets().get(0);
        try (var content = widget.getAppearance()
                .getNormalAppearance()
                .getAppearanceStream()
                .getContents()) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
