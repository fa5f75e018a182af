package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.FormField;
import dev.docket.endpoint.document.Layout;
import dev.docket.endpoint.document.Line;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.Phrase;
import dev.docket.endpoint.document.Place;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.Word;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentStageTest {
    @Test
    void a_pdf_page_has_lines_phrases_and_words_where_they_stand() {
        byte[] pdf = new PdfPaper()
                .page()
                .text(100, 100, "Invoice number:")
                .text(300, 100, "INV 7")
                .text(100, 200, "Thank you")
                .bytes();
        Page page = Reading.read("a.pdf", pdf).pages().get(0);
        assertThat(page.lines()).extracting(Line::text).containsExactly("Invoice number:  INV 7", "Thank you");
        Phrase value = page.lines().get(0).phrases().get(1);
        assertThat(value.words()).extracting(Word::text).containsExactly("INV", "7");
        Box seven = value.words().get(1).box();
        assertThat(seven.left()).isGreaterThan(300 + 15).isLessThan(value.box().right());
        assertThat(seven.right()).isEqualTo(value.box().right(), within(0.5f));
        Place place = page.layout().place(value.box());
        assertThat(place.left()).isEqualTo(300 / 595.3, within(0.01));
        assertThat(place.top()).isEqualTo(92 / 841.9, within(0.01));
        assertThat(place.width()).isPositive().isLessThan(0.1);
    }

    @Test
    void the_cells_of_a_table_stand_in_its_lines_one_phrase_each() throws IOException {
        Page page = Reading.read("a.pdf", SampleInvoice.draw()).pages().get(0);
        assertThat(page.tables()).hasSize(1);
        Line head = page.lines().stream()
                .filter(line -> line.text().startsWith("Pos"))
                .findFirst()
                .orElseThrow();
        assertThat(head.phrases())
                .extracting(Phrase::text)
                .containsExactly("Pos", "Description", "Qty", "Unit price", "Amount");
        assertThat(page.layout().rulings()).isNotEmpty();
    }

    @Test
    void a_turned_page_is_measured_as_it_is_read() {
        byte[] pdf = new PdfPaper().page(90).text(50, 50, "first line").bytes();
        Layout layout = Reading.read("a.pdf", pdf).pages().get(0).layout();
        assertThat(layout.width()).isEqualTo(595.3f, within(1f));
        assertThat(layout.height()).isEqualTo(841.9f, within(1f));
    }

    @Test
    void fields_of_a_form_have_names_labels_values_and_places() throws IOException {
        byte[] pdf = new FormPaper()
                .text("applicant.name", "Full name", "Ada Lovelace", 200, 100)
                .text("applicant.city", null, "", 200, 130)
                .box("newsletter", true, 200, 160)
                .bytes();
        ReadDocument read = Reading.read("a.pdf", pdf);
        assertThat(read.fields())
                .extracting(FormField::name, FormField::label, FormField::kind, FormField::value, FormField::page)
                .containsExactly(
                        tuple("applicant.name", "Full name", FormField.Kind.TEXT, "Ada Lovelace", 1),
                        tuple("applicant.city", null, FormField.Kind.TEXT, "", 1),
                        tuple("newsletter", null, FormField.Kind.CHECKBOX, "true", 1));
        Box box = read.fields().get(0).box();
        assertThat(box.left()).isEqualTo(200, within(0.5f));
        assertThat(box.top()).isEqualTo(100, within(0.5f));
    }

    @Test
    void what_has_no_layout_is_set_as_by_a_typewriter() {
        Page page = Reading.read("a.txt", "Name:     Ada\nDate:     today\n".getBytes(UTF_8))
                .pages()
                .get(0);
        assertThat(page.layout().isKnown()).isFalse();
        List<Line> lines = page.lines();
        assertThat(lines.get(0).phrases()).extracting(Phrase::text).containsExactly("Name:", "Ada");
        assertThat(lines.get(0).phrases().get(1).box().left())
                .isEqualTo(lines.get(1).phrases().get(1).box().left());
        assertThat(lines.get(1).box().top()).isGreaterThan(lines.get(0).box().bottom());
    }

    @Test
    void tables_without_a_layout_have_columns_all_the_same() {
        Page page = Reading.read("a.csv", "Name,Town\nAda,London\nGrace,\"New York\"\n".getBytes(UTF_8))
                .pages()
                .get(0);
        assertThat(page.lines()).hasSize(3).allSatisfy(line -> {
            assertThat(line.phrases()).hasSize(2);
            assertThat(line.phrases().get(1).box().left())
                    .isEqualTo(page.lines().get(0).phrases().get(1).box().left());
        });
        assertThat(page.text()).isEqualTo("Name\tTown\nAda\tLondon\nGrace\tNew York");
    }
}
