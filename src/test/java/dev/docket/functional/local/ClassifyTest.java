package dev.docket.functional.local;

import static dev.docket.functional.local.PdfPaper.BOLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Endpoint;
import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyTest {
    private static final Sorting SORTING = new Sorting();
    private static final String[] NAMES = {"delivery_note", "invoice", "contract", "resume"};

    @AfterAll
    static void close() {
        SORTING.close();
    }

    @Test
    void an_invoice_on_paper_is_one() {
        JsonNode body = SORTING.classified("a.pdf", SampleInvoice.draw(), NAMES);
        assertThat(body.at("/result/classification").textValue()).isEqualTo("invoice");
        assertThat(body.at("/result/reasoning").textValue()).contains("the heading \"INVOICE\" on page 1");
        assertThat(body.get("likelihood").doubleValue()).isBetween(0.8, 1.0);
    }

    @Test
    void a_word_file_is_classified_by_what_stands_in_it() throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Ada Byron");
            word.createParagraph().createRun().setText("Work experience: engineer at Analytical Engines");
            word.createParagraph().createRun().setText("Education: university of London");
            word.createParagraph().createRun().setText("Skills: mathematics");
            JsonNode body = SORTING.classified("a.docx", OfficePaper.bytes(word::write), NAMES);
            assertThat(body.at("/result/classification").textValue()).isEqualTo("resume");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Rechnung Nr. 4711, Invoices",
        "FACTURE, invoice",
        "Fattura n. 12, vendor_invoice",
        "Kontoauszug 3/2026, Bank Statement",
        "Bulletin de paie, payslip",
        "Contratto di locazione, rental agreement",
        "Lebenslauf, CV"
    })
    void a_title_in_another_language_is_understood(String title, String name) {
        assertThat(SORTING.category(title + "\n\n2026", "letter", name, "ticket"))
                .isEqualTo(name);
    }

    @Test
    void what_a_document_is_outweighs_what_it_refers_to() {
        String text = "DELIVERY NOTE\n\nYour purchase order: 4711\nInvoice to follow\nGoods received in good condition";
        assertThat(SORTING.category(text, "invoice", "purchase order", "delivery note"))
                .isEqualTo("delivery note");
    }

    @Test
    void descriptions_decide_where_names_say_nothing() {
        String[] classes = {
            "A: Complaints about defective goods", "B: Questions about opening hours", "C: Applications for a job"
        };
        assertThat(SORTING.category("When are you open on Sundays? What are your hours?", classes))
                .isEqualTo("B");
        assertThat(SORTING.category("The goods I bought are defective and I complain.", classes))
                .isEqualTo("A");
    }

    @Test
    void what_a_description_excludes_does_not_speak_for_it() {
        String text = "Notice about insurance for boats";
        assertThat(SORTING.category(
                        text, "X: Notices, but not about insurance or boats", "Y: Notices about insurance for boats"))
                .isEqualTo("Y");
    }

    @Test
    void what_fits_nowhere_goes_to_the_category_for_the_rest() {
        String text = "Rain is expected in the north, with sunny spells later on.";
        JsonNode body = SORTING.classified("a.txt", Sorting.text(text), "invoice", "Other", "contract");
        assertThat(body.at("/result/classification").textValue()).isEqualTo("Other");
        assertThat(body.at("/result/reasoning").textValue()).contains("takes what no other category does");
        assertThat(SORTING.category("INVOICE\n\nTotal due: 5 EUR", "Sonstiges", "invoice"))
                .isEqualTo("invoice");
    }

    @Test
    void without_such_a_category_the_first_of_equals_is_taken_and_said_to_be_a_guess() {
        JsonNode body = SORTING.classified("a.txt", Sorting.text("zzz qqq"), "lease", "invoice");
        assertThat(body.at("/result/classification").textValue()).isEqualTo("lease");
        assertThat(body.at("/result/reasoning").textValue()).contains("Nothing speaks clearly");
        assertThat(body.get("likelihood").doubleValue()).isZero();
    }

    @Test
    void only_the_first_pages_are_looked_at_when_so_asked() {
        byte[] pdf = new PdfPaper()
                .page()
                .text(BOLD, 20, 50, 70, "RECEIPT")
                .text(50, 100, "Paid in cash")
                .page()
                .text(BOLD, 20, 50, 70, "INVOICE")
                .bytes();
        ObjectNode request = Sorting.request("categories", "a.pdf", pdf, "invoice", "receipt");
        JsonNode body = SORTING.body(Endpoint.DOCUMENTS_CLASSIFY, request.put("first_n_pages", 1));
        assertThat(body.at("/result/classification").textValue()).isEqualTo("receipt");
        assertThat(body.at("/usage/page_count").intValue()).isEqualTo(1);
        assertThat(body.at("/usage/credits").decimalValue()).isEqualByComparingTo("0.25");
        request.put("first_n_pages", 1000);
        assertThat(SORTING.body(Endpoint.DOCUMENTS_CLASSIFY, request)
                        .at("/usage/page_count")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void a_first_page_without_text_is_told() {
        byte[] pdf = new PdfPaper().page().page().text(50, 70, "Invoice").bytes();
        ObjectNode request = Sorting.request("categories", "a.pdf", pdf, "invoice", "none");
        JsonNode body = SORTING.body(Endpoint.DOCUMENTS_CLASSIFY, request.put("first_n_pages", 1));
        assertThat(body.at("/result/classification").textValue()).isEqualTo("none");
        assertThat(body.at("/result/reasoning").textValue()).contains("no text");
    }

    @Test
    void the_context_speaks_where_the_document_is_silent() {
        ObjectNode request = Sorting.request("categories", "a.txt", Sorting.text("4711"), "invoice", "lease");
        request.put("context", "These are lease contracts of flats");
        assertThat(SORTING.body(Endpoint.DOCUMENTS_CLASSIFY, request)
                        .at("/result/classification")
                        .textValue())
                .isEqualTo("lease");
    }

    @Test
    void the_same_request_always_has_the_same_answer() {
        ObjectNode request = Sorting.request("categories", "a.pdf", SampleInvoice.draw(), NAMES);
        JsonNode first = SORTING.body(Endpoint.DOCUMENTS_CLASSIFY, request);
        assertThat(SORTING.body(Endpoint.DOCUMENTS_CLASSIFY, request)).isEqualTo(first);
    }
}
