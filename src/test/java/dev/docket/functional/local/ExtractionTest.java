package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExtractionTest {
    private static final Extracting EXTRACTING = new Extracting();
    private static final String INVOICE = """
            {'title': 'Invoice', 'type': 'object', 'required': ['invoice_number', 'line_items'], 'properties': {
             'invoice_number': {'type': 'string'}, 'issued': {'type': 'string', 'format': 'date', 'title': 'Invoice date'},
             'due_date': {'type': ['string', 'null'], 'format': 'date'},
             'vendor': {'$ref': '#/$defs/Party'}, 'customer': {'$ref': '#/$defs/Party'},
             'subtotal': {'type': 'number'}, 'vat': {'type': 'number', 'description': 'VAT amount'},
             'vat_rate': {'type': 'number'}, 'total': {'type': 'number'}, 'currency': {'enum': ['USD', 'EUR', 'GBP']},
             'iban': {'type': ['string', 'null']}, 'notes': {'type': ['string', 'null']},
             'line_items': {'type': 'array', 'items': {'type': 'object', 'required': ['description', 'amount'], 'properties': {
              'description': {'type': 'string'}, 'quantity': {'type': 'integer'}, 'unit_price': {'type': 'number'},
              'amount': {'type': 'number'}}}}},
             '$defs': {'Party': {'type': 'object', 'properties': {'name': {'type': 'string'}, 'address': {'type': 'string'},
              'city': {'type': ['string', 'null']}}}}}""";

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @Test
    void the_sample_invoice_that_ships_is_extracted_whole() throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("docs/samples/invoice.pdf"));
        assertThat(EXTRACTING.result("invoice.pdf", sample, INVOICE)).isEqualTo(Extracting.json("""
                {'invoice_number': 'INV-2026-0042', 'issued': '2026-03-14', 'due_date': '2026-04-13',
                 'vendor': {'name': 'Northwind Furniture Ltd', 'address': '12 Harbour Street, Bristol BS1 4RN',
                  'city': 'Bristol'},
                 'customer': {'name': 'Example Studio GmbH', 'address': 'Lindenallee 7, 20259 Hamburg', 'city': 'Hamburg'},
                 'subtotal': 1342.00, 'vat': 268.40, 'vat_rate': 20, 'total': 1610.40, 'currency': 'EUR',
                 'iban': 'DE02 1203 0000 0000 2020 51', 'notes': null,
                 'line_items': [
                  {'description': 'Standing desk, oak, 160 x 80 cm', 'quantity': 2, 'unit_price': 480.00, 'amount': 960.00},
                  {'description': 'Desk lamp, brass', 'quantity': 4, 'unit_price': 65.50, 'amount': 262.00},
                  {'description': 'Assembly on site', 'quantity': 1, 'unit_price': 120.00, 'amount': 120.00}]}"""));
    }

    @Test
    void a_german_invoice_without_lines_is_read_in_its_own_spelling() {
        PdfPaper paper = new PdfPaper().page();
        paper.text(PdfPaper.PLAIN, 7, 50, 120, "Muster & Söhne KG · Hafenweg 3 · 20457 Hamburg");
        paper.text(50, 140, "Ada Beispiel").text(50, 154, "Lindenallee 7").text(50, 168, "50667 Köln");
        paper.text(360, 140, "Rechnungs-Nr.:").text(460, 140, "2026/0815");
        paper.text(360, 154, "Rechnungsdatum:").text(460, 154, "3. März 2026");
        row(paper, 220, "Bezeichnung", "Menge", "Einzelpreis", "Gesamt");
        row(paper, 236, "Schreibtisch, Eiche", "2", "1.480,00", "2.960,00");
        row(paper, 252, "Lampe", "12", "65,50", "786,00");
        paper.text(300, 290, "Zwischensumme").textUpTo(PdfPaper.PLAIN, 10, 540, 290, "3.746,00");
        paper.text(300, 304, "zzgl. 19 % MwSt.").textUpTo(PdfPaper.PLAIN, 10, 540, 304, "711,74");
        paper.text(300, 320, "Gesamtbetrag").textUpTo(PdfPaper.PLAIN, 10, 540, 320, "4.457,74 €");
        JsonNode result = EXTRACTING.result("rechnung.pdf", paper.bytes(), INVOICE);
        assertThat(result.get("invoice_number").textValue()).isEqualTo("2026/0815");
        assertThat(result.get("issued").textValue()).isEqualTo("2026-03-03");
        assertThat(result.at("/vendor/name").textValue()).isEqualTo("Muster & Söhne KG");
        assertThat(result.at("/customer/name").textValue()).isEqualTo("Ada Beispiel");
        assertThat(result.at("/total").decimalValue()).isEqualByComparingTo("4457.74");
        assertThat(result.at("/subtotal").decimalValue()).isEqualByComparingTo("3746");
        assertThat(result.at("/currency").textValue()).isEqualTo("EUR");
        assertThat(result.at("/line_items/1/amount").decimalValue()).isEqualByComparingTo("786");
        assertThat(result.get("line_items")).hasSize(2);
    }

    @Test
    void values_in_running_text_are_found_by_the_words_before_them() throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Service agreement");
            word.createParagraph()
                    .createRun()
                    .setText("This agreement starts on 1 March 2026 and ends on 28 February 2027. The monthly fee is"
                            + " EUR 1,250.00. Notice period: 3 months");
            byte[] docx = OfficePaper.bytes(word::write);
            assertThat(EXTRACTING.result("a.docx", docx, """
                            {'type': 'object', 'properties': {'start_date': {'type': 'string', 'format': 'date'},
                             'end_date': {'type': 'string', 'format': 'date'}, 'monthly_fee': {'type': 'number'},
                             'notice_period': {'type': 'string'}}}""")).isEqualTo(Extracting.json("""
                            {'start_date': '2026-03-01', 'end_date': '2027-02-28', 'monthly_fee': 1250.00,
                             'notice_period': '3 months'}"""));
        }
    }

    @Test
    void a_mail_gives_its_sender_and_the_table_in_it() {
        byte[] mail = ("From: Jürgen Weiß <jw@example.org>\r\nTo: shop@example.com\r\nSubject: Order 4711\r\n"
                        + "Date: Tue, 3 Mar 2026 14:05:00 +0100\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                        + "<p>Please deliver:</p><table><tr><th>Article</th><th>Qty</th></tr>"
                        + "<tr><td>Desk</td><td>2</td></tr><tr><td>Lamp</td><td>3</td></tr></table>")
                .getBytes(UTF_8);
        assertThat(EXTRACTING.result("order.eml", mail, """
                        {'type': 'object', 'properties': {'from': {'type': 'string', 'format': 'email'},
                         'sent': {'type': 'string', 'format': 'date-time', 'title': 'Date'}, 'order_number': {'type': 'string'},
                         'items': {'type': 'array', 'items': {'type': 'object', 'properties': {'article': {'type': 'string'},
                          'quantity': {'type': 'integer'}}}}}}""")).isEqualTo(Extracting.json("""
                        {'from': 'jw@example.org', 'sent': '2026-03-03T14:05:00+01:00', 'order_number': '4711',
                         'items': [{'article': 'Desk', 'quantity': 2}, {'article': 'Lamp', 'quantity': 3}]}"""));
    }

    @Test
    void a_form_gives_its_fields_by_their_names_and_labels() throws IOException {
        byte[] form = new FormPaper()
                .text("applicant.family_name", null, "Lovelace", 200, 100)
                .text("f17", "Date of birth", "10.12.1985", 200, 130)
                .box("newsletter", true, 200, 160)
                .bytes();
        assertThat(EXTRACTING.result("form.pdf", form, """
                        {'type': 'object', 'properties': {
                         'applicant': {'type': 'object', 'properties': {'last_name': {'type': 'string'},
                          'birth_date': {'type': 'string', 'format': 'date'}}}, 'newsletter': {'type': 'boolean'}}}""")).isEqualTo(Extracting.json("""
                        {'applicant': {'last_name': 'Lovelace', 'birth_date': '1985-12-10'}, 'newsletter': true}"""));
    }

    private static void row(PdfPaper paper, float y, String first, String second, String third, String fourth) {
        paper.text(50, y, first);
        paper.text(200, y, second);
        paper.textUpTo(PdfPaper.PLAIN, 10, 430, y, third);
        paper.textUpTo(PdfPaper.PLAIN, 10, 540, y, fourth);
    }
}
