package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfParsingTest {
    private static final String PDF = "application/pdf";
    private static final List<String> LEFT = List.of(
            "The left column of this page tells",
            "how a river runs down to the sea,",
            "past mills and meadows and a town",
            "whose name nobody there remembers,",
            "until it ends among the grey dunes.");
    private static final List<String> RIGHT = List.of(
            "The right column has another story",
            "of a lamp that was lit every night",
            "by a keeper who counted the ships",
            "and wrote their names in a ledger",
            "which the sea took in a hard winter.");
    private static final Parsing PARSING = new Parsing();

    @AfterAll
    static void close() {
        PARSING.close();
    }

    @Test
    void the_sample_invoice_that_ships_is_read_line_by_line_with_its_table() throws IOException {
        Path sample = Path.of("docs/samples/invoice.pdf");
        String text = PARSING.text("invoice.pdf", PDF, Files.readAllBytes(sample));
        assertThat(text)
                .contains("Example Studio GmbH  Invoice number:  INV-2026-0042")
                .contains("Subtotal  1,342.00\nVAT 20 %  268.40\nTotal EUR  1,610.40")
                .contains("<tr><th>Pos</th><th>Description</th><th>Qty</th><th>Unit price</th><th>Amount</th></tr>\n"
                        + "<tr><td>1</td><td>Standing desk, oak, 160 x 80 cm</td><td>2</td><td>480.00</td>"
                        + "<td>960.00</td></tr>")
                .endsWith("Thank you for your business.");
        assertThat(PARSING.text("invoice.pdf", PDF, SampleInvoice.draw())).isEqualTo(text);
    }

    @Test
    void the_answer_has_the_shape_that_every_client_accepts() {
        byte[] pdf = new PdfPaper()
                .page()
                .text(50, 50, "Hello")
                .page()
                .text(50, 50, "World")
                .bytes();
        ObjectNode request = Parsing.request("a.pdf", PDF, pdf).put("model", "retab-large");
        JsonNode body = PARSING.body(request);
        assertThat(body.at("/document/id").textValue()).matches("file_[0-9a-f]{16}");
        assertThat(body.at("/document/filename").textValue()).isEqualTo("a.pdf");
        assertThat(body.at("/document/mime_type").textValue()).isEqualTo(PDF);
        assertThat(body.at("/usage/page_count").intValue()).isEqualTo(2);
        assertThat(body.at("/usage/credits").decimalValue()).isEqualByComparingTo("6");
        assertThat(body.get("pages")).hasSize(2);
        assertThat(body.get("text").textValue()).isEqualTo("Hello\n\nWorld");
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 5})
    void two_columns_are_read_one_after_the_other(float shift) {
        PdfPaper paper = new PdfPaper().page();
        paper.text(PdfPaper.BOLD, 16, 150, 60, "A title over both of the columns");
        for (int line = 0; line < LEFT.size(); line++) {
            paper.text(50, 100 + 14 * line, LEFT.get(line));
            paper.text(310, 100 + shift + 14 * line, RIGHT.get(line));
        }
        paper.text(200, 200, "A line under both of them, across the middle");
        assertThat(PARSING.text("a.pdf", PDF, paper.bytes()).lines().filter(line -> !line.isEmpty()))
                .startsWith("A title over both of the columns")
                .containsSubsequence(LEFT)
                .containsSubsequence("until it ends among the grey dunes.", "The right column has another story")
                .containsSubsequence(RIGHT)
                .endsWith("A line under both of them, across the middle");
    }

    @Test
    void columns_of_figures_make_a_table_without_lines() {
        PdfPaper paper = new PdfPaper().page().text(50, 50, "Sales by region and year, in thousands of euros");
        row(paper, 80, "Region", "2024", "2025");
        row(paper, 95, "North", "1,200", "1,350");
        row(paper, 110, "South and", "980", "1,010");
        paper.text(50, 122, "islands");
        row(paper, 137, "West", "410", "395");
        assertThat(PARSING.text("a.pdf", PDF, paper.bytes()))
                .isEqualTo("Sales by region and year, in thousands of euros\n\n<table>\n"
                        + "<tr><th>Region</th><th>2024</th><th>2025</th></tr>\n"
                        + "<tr><td>North</td><td>1,200</td><td>1,350</td></tr>\n"
                        + "<tr><td>South and islands</td><td>980</td><td>1,010</td></tr>\n"
                        + "<tr><td>West</td><td>410</td><td>395</td></tr>\n</table>");
    }

    @Test
    void heads_set_left_of_numbers_set_right_are_over_their_columns() {
        PdfPaper paper = new PdfPaper().page();
        paper.text(50, 80, "Item").text(250, 80, "Qty").text(380, 80, "Price");
        for (int row = 0; row < 3; row++) {
            float y = 95 + 15 * row;
            paper.text(50, y, "Chair no. " + row);
            paper.textUpTo(PdfPaper.PLAIN, 10, 340, y, "1" + row);
            paper.textUpTo(PdfPaper.PLAIN, 10, 500, y, "24" + row + ".00");
        }
        paper.text(50, 155, "Total:").text(130, 155, "723.00");
        assertThat(PARSING.text("a.pdf", PDF, paper.bytes()))
                .endsWith("</table>\n\nTotal:  723.00")
                .startsWith("<table>\n<tr><th>Item</th><th>Qty</th><th>Price</th></tr>\n"
                        + "<tr><td>Chair no. 0</td><td>10</td><td>240.00</td></tr>");
    }

    @Test
    void cells_that_are_merged_keep_their_text_in_the_first() {
        PdfPaper paper = new PdfPaper().page();
        paper.line(50, 50, 250, 50).line(50, 70, 250, 70).line(50, 90, 250, 90);
        paper.line(50, 50, 50, 90).line(250, 50, 250, 90).line(150, 70, 150, 90);
        paper.text(110, 63, "Both columns").text(60, 83, "one").text(160, 83, "two");
        assertThat(PARSING.text("a.pdf", PDF, paper.bytes()))
                .isEqualTo("<table>\n<tr><th>Both columns</th><th></th></tr>\n"
                        + "<tr><td>one</td><td>two</td></tr>\n</table>");
    }

    @Test
    void a_page_that_was_turned_reads_in_its_own_direction() {
        PdfPaper paper = new PdfPaper().page(90).text(50, 50, "first line").text(50, 64, "second line");
        assertThat(PARSING.text("a.pdf", PDF, paper.bytes())).isEqualTo("first line\nsecond line");
    }

    @Test
    void pages_without_anything_on_them_are_counted() {
        byte[] pdf = new PdfPaper().page().page().text(50, 50, "words").page().bytes();
        assertThat(PARSING.pages(Parsing.request("a.pdf", PDF, pdf))).containsExactly("", "words", "");
    }

    @Test
    void what_was_filled_into_a_form_is_read_with_the_page() throws IOException {
        PdfPaper paper = new PdfPaper().page().text(50, 60, "Name of the applicant:");
        PDAcroForm form = new PDAcroForm(paper.document);
        paper.document.getDocumentCatalog().setAcroForm(form);
        PDResources fonts = new PDResources();
        fonts.put(COSName.getPDFName("Helv"), PdfPaper.PLAIN);
        form.setDefaultResources(fonts);
        PDTextField field = new PDTextField(form);
        field.setPartialName("name");
        field.setDefaultAppearance("/Helv 10 Tf 0 g");
        form.getFields().add(field);
        var widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(200, PDRectangle.A4.getHeight() - 66, 150, 16));
        widget.setPage(paper.document.getPage(0));
        paper.document.getPage(0).getAnnotations().add(widget);
        field.setValue("Ada Lovelace");
        assertThat(PARSING.text("a.pdf", PDF, paper.bytes())).contains("Name of the applicant:", "Ada Lovelace");
    }

    private static void row(PdfPaper paper, float y, String first, String second, String third) {
        paper.text(50, y, first);
        paper.textUpTo(PdfPaper.PLAIN, 10, 250, y, second);
        paper.textUpTo(PdfPaper.PLAIN, 10, 350, y, third);
    }
}
