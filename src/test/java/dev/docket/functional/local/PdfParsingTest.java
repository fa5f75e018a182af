package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PdfParsingTest {
    private static final Parsing PARSING = new Parsing();

    @AfterAll
    static void close() {
        PARSING.close();
    }

    @Test
    void the_sample_invoice_is_read_line_by_line_with_its_table() {
        String text = PARSING.text("invoice.pdf", "application/pdf", SampleInvoice.draw());
        assertThat(text).contains("Invoice number:  INV-2026-0042", "Total EUR  1,610.40").contains(
                "<tr><th>Pos</th><th>Description</th><th>Qty</th><th>Unit price</th><th>Amount</th></tr>\n"
                        + "<tr><td>1</td><td>Standing desk, oak, 160 x 80 cm</td><td>2</td><td>480.00</td>"
                        + "<td>960.00</td></tr>");
    }

    @Test
    void the_answer_has_the_shape_that_every_client_accepts() {
        byte[] pdf = new PdfPaper().page().text(50, 50, "Hello").page().text(50, 50, "World").bytes();
        ObjectNode request = Parsing.request("a.pdf", "application/pdf", pdf).put("model", "retab-large");
        JsonNode body = PARSING.body(request);
        assertThat(body.at("/document/id").textValue()).matches("file_[0-9a-f]{16}");
        assertThat(body.at("/document/filename").textValue()).isEqualTo("a.pdf");
        assertThat(body.at("/document/mime_type").textValue()).isEqualTo("application/pdf");
        assertThat(body.at("/usage/page_count").intValue()).isEqualTo(2);
        assertThat(body.at("/usage/credits").decimalValue()).isEqualByComparingTo("6");
        assertThat(body.at("/pages").size()).isEqualTo(2);
        assertThat(body.at("/text").textValue()).isEqualTo("Hello\n\nWorld");
    }
}
