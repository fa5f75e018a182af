package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.contract.AnswerShape;
import dev.docket.endpoint.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Forms that are only drawn: what is found on them, and where it is written. */
class FillDrawnTest {
    private static final Editing EDITING = new Editing();

    @AfterAll
    static void close() {
        EDITING.close();
    }

    private static PdfPaper membership(PdfPaper page) {
        return page.text(PdfPaper.BOLD, 16, 50, 60, "Membership application")
                .text(50, 100, "Full name:")
                .box(150, 88, 250, 18)
                .text(50, 130, "Date of birth (DD/MM/YYYY):")
                .box(200, 118, 150, 18)
                .text(50, 160, "Email: ______________________________   Phone: ____________________")
                .text(50, 190, "City ........................................  Country ..............................")
                .text(50, 220, "Sex:")
                .box(100, 211, 10, 10)
                .text(115, 220, "female")
                .box(170, 211, 10, 10)
                .text(185, 220, "male")
                .box(50, 241, 10, 10)
                .text(65, 250, "I want to receive the newsletter")
                .box(50, 261, 10, 10)
                .text(65, 270, "I agree to the terms")
                .text(50, 300, "Remarks")
                .box(50, 305, 400, 80)
                .line(50, 450, 220, 450)
                .text(PdfPaper.PLAIN, 8, 50, 460, "Place and date")
                .line(300, 450, 500, 450)
                .text(PdfPaper.PLAIN, 8, 300, 460, "Signature")
                .text(50, 510, "Customer number")
                .comb(150, 498, 8, 16, 18);
    }

    @Test
    void boxes_underscores_dots_squares_lines_and_combs_are_found() {
        JsonNode template = EDITING.template(membership(new PdfPaper().page()).bytes());

        assertThat(AnswerShape.faults("/v1/edit/templates/generate", template)).isEmpty();
        assertThat(template.get("field_count").intValue()).isEqualTo(14);
        assertThat(template.at("/form_schema/form_fields").findValuesAsText("key"))
                .containsExactly(
                        "full_name",
                        "date_birth_dd_mm_yyyy",
                        "email",
                        "phone",
                        "city",
                        "country",
                        "sex_female",
                        "sex_male",
                        "want_receive_newsletter",
                        "agree_terms",
                        "remarks",
                        "place_date",
                        "signature",
                        "customer_number");
        JsonNode name = template.at("/form_schema/form_fields/0");
        assertThat(name.get("description").textValue()).isEqualTo("Full name");
        assertThat(name.get("type").textValue()).isEqualTo("text");
        assertThat(name.at("/bbox/left").doubleValue()).isCloseTo(150 / 595.28, within(0.001));
        assertThat(name.at("/bbox/top").doubleValue()).isCloseTo(88 / 841.89, within(0.001));
        assertThat(name.at("/bbox/width").doubleValue()).isCloseTo(250 / 595.28, within(0.001));
        assertThat(name.at("/bbox/height").doubleValue()).isCloseTo(18 / 841.89, within(0.001));
        JsonNode female = template.at("/form_schema/form_fields/6");
        assertThat(female.get("type").textValue()).isEqualTo("checkbox");
        assertThat(female.get("description").textValue()).isEqualTo("Sex: female");
    }

    @Test
    void the_annotated_pdf_shows_the_key_of_each_place() throws IOException {
        JsonNode template = EDITING.template(membership(new PdfPaper().page()).bytes());
        try (PDDocument pdf = Editing.open(template.at("/annotated_pdf/url").textValue())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("full_name", "sex_female", "customer_number");
        }
    }

    @Test
    void values_are_written_where_they_belong() {
        Editing.Filled filled = EDITING.fill(
                membership(new PdfPaper().page()).bytes(),
                "name: Jane Doe; tick newsletter; date of birth is 3 May 1990; leave phone empty; email jane@doe.org,"
                        + " city: Łódź, country: Poland; sex: female; place and date: Paris; customer number 4711-0815;"
                        + " remarks: please call in the evening, after six, since I work long hours and nobody else is"
                        + " at home before that");

        assertThat(AnswerShape.faults("/v1/edit/agent/fill", filled.body())).isEmpty();
        assertThat(filled.value("full_name")).isEqualTo("Jane Doe");
        assertThat(filled.value("date_birth_dd_mm_yyyy")).isEqualTo("03/05/1990");
        assertThat(filled.value("phone")).isNull();
        assertThat(filled.value("sex_female")).isEqualTo("true");
        assertThat(filled.value("sex_male")).isNull();
        assertThat(filled.value("want_receive_newsletter")).isEqualTo("true");
        assertThat(filled.value("agree_terms")).isNull();
        assertThat(filled.value("signature")).isNull();
        assertThat(filled.text())
                .contains("Jane Doe", "03/05/1990", "jane@doe.org", "Łódź", "Poland", "Paris", "4 7 1 1 0 8 1 5");
        assertThat(filled.text().replaceAll("\\s+", " "))
                .contains("since I work long hours and nobody else is at home");
    }

    @Test
    void a_written_value_lies_in_its_box() throws IOException {
        Editing.Filled filled = EDITING.fill(membership(new PdfPaper().page()).bytes(), "name: Jane Doe");
        List<TextPosition> letters = letters(filled, "Jane Doe");
        assertThat(letters.get(0).getXDirAdj()).isBetween(150f, 156f);
        assertThat(letters.get(7).getXDirAdj() + letters.get(7).getWidthDirAdj())
                .isLessThan(400);
        assertThat(letters).allSatisfy(letter -> assertThat(letter.getYDirAdj()).isBetween(92f, 106f));
    }

    @Test
    void a_page_that_its_viewer_turns_is_written_the_way_it_is_read() throws IOException {
        byte[] turned = membership(new PdfPaper().landscape()).bytes();
        Editing.Filled filled = EDITING.fill(turned, "name: Jane Doe; tick newsletter");

        assertThat(filled.value("full_name")).isEqualTo("Jane Doe");
        assertThat(letters(filled, "Jane Doe"))
                .allSatisfy(letter -> assertThat(letter.getDir()).isEqualTo(90));
        JsonNode box = filled.body().at("/form_data/0/bbox");
        assertThat(box.get("left").doubleValue()).isCloseTo(150 / 841.89, within(0.001));
        assertThat(box.get("top").doubleValue()).isCloseTo(88 / 595.28, within(0.001));
    }

    @Test
    void text_that_runs_across_the_shown_page_is_followed_and_its_place_told_as_shown() {
        Editing.Filled filled = EDITING.fill(membership(new PdfPaper().page(90)).bytes(), "name: Jane Doe");
        JsonNode box = filled.body().at("/form_data/0/bbox");
        assertThat(box.get("left").doubleValue()).isCloseTo(1 - 106 / 841.89, within(0.001));
        assertThat(box.get("top").doubleValue()).isCloseTo(150 / 595.28, within(0.001));
        assertThat(box.get("height").doubleValue()).isCloseTo(250 / 595.28, within(0.001));
    }

    @Test
    void cells_are_named_by_their_rows_and_columns_and_by_what_stands_in_them() {
        PdfPaper paper = new PdfPaper().page().text(50, 60, "Order form");
        String[] labels = {"Company", "VAT number", "Contact person"};
        for (int row = 0; row < 3; row++) {
            paper.box(50, 80 + 20 * row, 120, 20).box(170, 80 + 20 * row, 200, 20);
            paper.text(54, 94 + 20 * row, labels[row]);
        }
        String[] heads = {"Article", "Quantity", "Unit price", "Delivery date"};
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                paper.box(50 + 110 * column, 200 + 20 * row, 110, 20);
            }
        }
        for (int column = 0; column < 4; column++) {
            paper.text(54 + 110 * column, 214, heads[column]);
        }
        paper.box(50, 320, 200, 36).text(PdfPaper.PLAIN, 7, 53, 329, "IBAN");
        paper.box(250, 320, 200, 36).text(PdfPaper.PLAIN, 7, 253, 329, "BIC");
        paper.text(50, 400, "Payment: [ ] transfer  [ ] card   ( ) cash");

        Editing.Filled filled = EDITING.fill(paper.bytes(), """
                {"company": "Acme GmbH", "vat_number": "DE123456789", "contact": {"person": "Ada"}, "payment": "card",
                 "items": [{"article": "Chair", "quantity": 4, "unit price": 12.50}, {"article": "Table", "quantity": 1}],
                 "iban": "DE89 3704 0044 0532 0130 00", "bic": null}""");

        assertThat(filled.value("company")).isEqualTo("Acme GmbH");
        assertThat(filled.value("contact_person")).isEqualTo("Ada");
        assertThat(filled.value("article")).isEqualTo("Chair");
        assertThat(filled.value("article_2")).isEqualTo("Table");
        assertThat(filled.value("quantity_2")).isEqualTo("1");
        assertThat(filled.value("unit_price")).isEqualTo("12.50");
        assertThat(filled.value("unit_price_2")).isNull();
        assertThat(filled.value("delivery_date")).isNull();
        assertThat(filled.value("iban")).isEqualTo("DE89 3704 0044 0532 0130 00");
        assertThat(filled.value("bic")).isNull();
        assertThat(filled.value("payment_card")).isEqualTo("true");
        assertThat(filled.value("payment_cash")).isNull();
        assertThat(filled.text()).contains("Acme GmbH", "Chair 4 12.50");
    }

    @Test
    void areas_that_can_be_seen_are_places_and_white_ones_on_white_are_none() {
        PdfPaper paper = new PdfPaper()
                .page()
                .area(150, 88, 200, 18, 0.9f)
                .text(50, 100, "Name")
                .area(150, 118, 200, 18, 1)
                .text(50, 130, "Town")
                .area(40, 150, 500, 40, 0.8f)
                .area(150, 160, 200, 18, 1)
                .text(50, 172, "Country");
        assertThat(EDITING.template(paper.bytes())
                        .at("/form_schema/form_fields")
                        .findValuesAsText("key"))
                .containsExactly("name", "country");
    }

    @Test
    void a_cropped_page_is_measured_as_it_is_shown() {
        PdfPaper paper = membership(new PdfPaper().page());
        paper.document.getPage(0).setCropBox(new PDRectangle(40, 342, 400, 450));
        JsonNode box = EDITING.fill(paper.bytes(), "name: Jane Doe").body().at("/form_data/0/bbox");
        assertThat(box.get("left").doubleValue()).isCloseTo(110 / 400.0, within(0.001));
        assertThat(box.get("top").doubleValue()).isCloseTo((88 - 49.89) / 450.0, within(0.001));
    }

    @Test
    void a_box_with_a_cross_in_it_counts_as_ticked() {
        byte[] pdf = new PdfPaper()
                .page()
                .box(50, 91, 11, 11)
                .text(52, 100, "X")
                .text(65, 100, "Newsletter")
                .box(50, 111, 11, 11)
                .text(65, 120, "Terms")
                .bytes();
        Editing.Filled filled = EDITING.fill(pdf, "terms: yes");
        assertThat(filled.value("newsletter")).isEqualTo("true");
        assertThat(filled.value("terms")).isEqualTo("true");
    }

    @Test
    void what_only_looks_like_a_place_to_fill_in_is_none() {
        PdfPaper paper = new PdfPaper()
                .page()
                .text(PdfPaper.BOLD, 14, 50, 60, "Contents")
                .line(50, 64, 545, 64)
                .text(50, 90, "1 Introduction ............................................................ 4")
                .text(50, 110, "2 Methods ................................................................. 17");
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                paper.box(50 + 100 * column, 150 + 20 * row, 100, 20);
                paper.text(54 + 100 * column, 164 + 20 * row, "cell " + row + column);
            }
        }
        assertThat(EDITING.template(paper.bytes()).get("field_count").intValue())
                .isZero();
    }

    @Test
    void a_form_without_places_comes_back_as_it_is() {
        Editing.Filled filled =
                EDITING.fill(new PdfPaper().page().text(50, 50, "Nothing here").bytes(), "name: Jane Doe");
        assertThat(filled.keys()).isEmpty();
        assertThat(filled.text()).isEqualToIgnoringWhitespace("Nothing here");
    }

    @Test
    void the_colour_is_the_one_asked_for() throws IOException {
        byte[] pdf = membership(new PdfPaper().page()).bytes();
        assertThat(content(EDITING.fill(pdf, "name: Jane Doe"))).contains("0.50196 sc");
        Editing.Filled red = new Editing.Filled(EDITING.body(
                Endpoint.EDIT_AGENT_FILL,
                Editing.request(pdf)
                        .put("instructions", "name: Jane Doe")
                        .set("config", Editing.JSON.createObjectNode().put("color", "#FF0000"))));
        assertThat(content(red)).contains("1 0 0 sc");
        var wrong = Editing.request(pdf).put("instructions", "name: Jane Doe");
        wrong.putObject("config").put("color", "navy blue");
        assertThat(EDITING.error(Endpoint.EDIT_AGENT_FILL, wrong).code()).isEqualTo("request_invalid");
    }

    @Test
    void hebrew_is_written_from_right_to_left() throws IOException {
        Editing.Filled filled = EDITING.fill(membership(new PdfPaper().page()).bytes(), "name: שלום");
        assertThat(filled.value("full_name")).isEqualTo("שלום");
        List<TextPosition> letters = letters(filled, null).stream()
                .filter(letter -> letter.getUnicode().codePointAt(0) > 0x590)
                .toList();
        assertThat(letters).hasSize(4);
        TextPosition first = letters.stream()
                .filter(letter -> letter.getUnicode().equals("ש"))
                .findFirst()
                .orElseThrow();
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.getXDirAdj()).isLessThanOrEqualTo(first.getXDirAdj()));
    }

    private static String content(Editing.Filled filled) throws IOException {
        try (PDDocument pdf = filled.pdf()) {
            return new String(pdf.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Where the letters of a text stand; of all text when it is null. */
    private static List<TextPosition> letters(Editing.Filled filled, String text) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        StringBuilder read = new StringBuilder();
        try (PDDocument pdf = filled.pdf()) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    all.add(position);
                    read.append(position.getUnicode());
                }
            }.getText(pdf);
        }
        int at = text == null ? 0 : read.indexOf(text);
        assertThat(at).isNotNegative();
        return text == null ? all : all.subList(at, at + text.length());
    }
}
