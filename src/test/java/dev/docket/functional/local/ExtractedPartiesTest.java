package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExtractedPartiesTest {
    private static final Extracting EXTRACTING = new Extracting();

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @Test
    void labels_above_their_values_and_columns_side_by_side_are_told_apart() {
        PdfPaper paper = new PdfPaper().page();
        paper.text(PdfPaper.BOLD, 10, 50, 60, "Sold to").text(PdfPaper.BOLD, 10, 300, 60, "Ship to");
        paper.text(50, 74, "Buyer Inc.").text(300, 74, "Depot 9");
        paper.text(50, 86, "1 Main Street").text(300, 86, "77 Dock Road");
        paper.text(50, 98, "Austin, TX 73301").text(300, 98, "Portland, OR 97205");
        paper.text(PdfPaper.BOLD, 10, 50, 140, "Order number").text(PdfPaper.BOLD, 10, 200, 140, "Order date");
        paper.text(50, 154, "PO-4711").text(200, 154, "March 3rd, 2026");
        JsonNode result = EXTRACTING.result("order.pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'order_number': {'type': 'string'},
                 'order_date': {'type': 'string', 'format': 'date'},
                 'customer': {'type': 'object', 'properties': {'name': {'type': 'string'}, 'city': {'type': 'string'}}},
                 'shipping_address': {'type': 'object', 'properties': {'name': {'type': 'string'},
                  'street': {'type': 'string'}, 'state': {'type': 'string'}, 'zip_code': {'type': 'string'}}}}}""");
        assertThat(result).isEqualTo(Extracting.json("""
                {'order_number': 'PO-4711', 'order_date': '2026-03-03', 'customer': {'name': 'Buyer Inc.', 'city': 'Austin'},
                 'shipping_address': {'name': 'Depot 9', 'street': '77 Dock Road', 'state': 'OR', 'zip_code': '97205'}}"""));
    }

    @Test
    void blocks_headed_from_and_to_are_of_those_who_write_and_are_written_to() {
        PdfPaper paper = new PdfPaper().page();
        paper.text(PdfPaper.BOLD, 10, 50, 60, "From").text(PdfPaper.BOLD, 10, 300, 60, "To");
        paper.text(50, 74, "Kestrel Print Ltd").text(300, 74, "Ada Lovelace");
        paper.text(50, 86, "4 Mill Lane").text(300, 86, "12 Church Road");
        paper.text(50, 98, "Leeds LS1 4DY").text(300, 98, "York YO1 9TL");
        assertThat(EXTRACTING.result("a.pdf", paper.bytes(), """
                        {'title': 'Invoice', 'type': 'object', 'properties': {
                         'vendor': {'$ref': '#/$defs/P'}, 'customer': {'$ref': '#/$defs/P'}},
                         '$defs': {'P': {'type': 'object', 'properties': {'name': {'type': 'string'}, 'city': {'type': 'string'}}}}}""")).isEqualTo(Extracting.json("""
                        {'vendor': {'name': 'Kestrel Print Ltd', 'city': 'Leeds'},
                         'customer': {'name': 'Ada Lovelace', 'city': 'York'}}"""));
    }

    @Test
    void a_date_behind_a_word_of_the_description_is_no_name() {
        PdfPaper paper = new PdfPaper().page();
        paper.text(50, 60, "Kestrel Print Ltd").text(50, 72, "4 Mill Lane").text(50, 84, "Leeds LS1 4DY");
        paper.text(50, 120, "Issued:").text(150, 120, "3 March 2026");
        assertThat(EXTRACTING.result("a.pdf", paper.bytes(), """
                        {'title': 'Invoice', 'type': 'object', 'properties': {'vendor': {'type': 'object',
                         'description': 'Who issued the invoice', 'properties': {'name': {'type': 'string'}}}}}"""))
                .isEqualTo(Extracting.json("{'vendor': {'name': 'Kestrel Print Ltd'}}"));
    }
}
