package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExtractedTablesTest {
    private static final Extracting EXTRACTING = new Extracting();

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @Test
    void a_table_over_several_pages_is_one_list_without_heads_and_sums() {
        PdfPaper paper = new PdfPaper();
        for (int page = 0; page < 3; page++) {
            paper.page();
            row(paper, 60, "Date", "Reference", "Debit", "Credit");
            for (int line = 0; line < 20; line++) {
                String number = String.valueOf(100 + 20 * page + line);
                row(paper, 80 + 16 * line, "0" + (page + 1) + ".02.2026", "B" + number, number + ".50", "");
            }
            row(paper, 420, "", "Subtotal", "9.99", "");
        }
        JsonNode result = EXTRACTING.result("statement.pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'bookings': {'type': 'array', 'items': {'type': 'object', 'properties': {
                 'date': {'type': 'string', 'format': 'date'}, 'reference': {'type': 'string'},
                 'debit': {'type': ['number', 'null']}, 'credit': {'type': ['number', 'null']}}}}}}""");
        assertThat(result.get("bookings")).hasSize(60);
        assertThat(result.at("/bookings/59"))
                .isEqualTo(Extracting.json(
                        "{'date': '2026-02-03', 'reference': 'B159', 'debit': 159.50, 'credit': null}"));
    }

    @Test
    void a_spreadsheet_has_its_facts_and_its_rows() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Stock");
            List<List<Object>> rows = List.of(
                    List.of("Warehouse", "North 2"),
                    List.of("Counted on", "2026-03-03"),
                    List.of("SKU", "Product", "On hand"),
                    List.of("A-1", "Desk", 12.0),
                    List.of("A-2", "Lamp", 40.0));
            for (int at = 0; at < rows.size(); at++) {
                var row = sheet.createRow(at);
                for (int column = 0; column < rows.get(at).size(); column++) {
                    Object value = rows.get(at).get(column);
                    var cell = row.createCell(column);
                    if (value instanceof Double number) {
                        cell.setCellValue(number);
                    } else {
                        cell.setCellValue(value.toString());
                    }
                }
            }
            assertThat(EXTRACTING.result("stock.xlsx", OfficePaper.bytes(book::write), """
                            {'type': 'object', 'properties': {'warehouse': {'type': 'string'},
                             'counted_on': {'type': 'string', 'format': 'date'},
                             'stock': {'type': 'array', 'items': {'type': 'object', 'properties': {'sku': {'type': 'string'},
                              'product': {'type': 'string'}, 'on_hand': {'type': 'integer'}}}}}}"""))
                    .isEqualTo(Extracting.json("""
                            {'warehouse': 'North 2', 'counted_on': '2026-03-03', 'stock': [
                             {'sku': 'A-1', 'product': 'Desk', 'on_hand': 12},
                             {'sku': 'A-2', 'product': 'Lamp', 'on_hand': 40}]}"""));
        }
    }

    @Test
    void separated_values_become_entries_whatever_the_order_of_their_columns() {
        byte[] csv = "Ort;Nachname;Geburtsdatum\nKöln;Weiß;03.04.1990\nUlm;Beck;17.12.1985\n".getBytes(UTF_8);
        assertThat(EXTRACTING.result("a.csv", csv, """
                        {'type': 'object', 'properties': {'people': {'type': 'array', 'items': {'type': 'object', 'properties': {
                         'last_name': {'type': 'string'}, 'born': {'type': 'string', 'format': 'date'},
                         'city': {'type': 'string'}}}}}}""")).isEqualTo(Extracting.json("""
                        {'people': [{'last_name': 'Weiß', 'born': '1990-04-03', 'city': 'Köln'},
                         {'last_name': 'Beck', 'born': '1985-12-17', 'city': 'Ulm'}]}"""));
    }

    @Test
    void columns_are_known_by_what_they_hold_where_their_heads_do_not_tell() {
        byte[] csv = "Pos;Gegenstand;Einh.;Wert;Zus.\n1;Regal;3;20,00;60,00\n2;Brett;2;7,50;15,00\n".getBytes(UTF_8);
        assertThat(EXTRACTING.result("a.csv", csv, """
                        {'type': 'object', 'properties': {'items': {'type': 'array', 'items': {'type': 'object', 'properties': {
                         'description': {'type': 'string'}, 'quantity': {'type': 'integer'}, 'unit_price': {'type': 'number'},
                         'line_total': {'type': 'number'}}}}}}""")).isEqualTo(Extracting.json("""
                        {'items': [{'description': 'Regal', 'quantity': 3, 'unit_price': 20.00, 'line_total': 60.00},
                         {'description': 'Brett', 'quantity': 2, 'unit_price': 7.50, 'line_total': 15.00}]}"""));
    }

    @Test
    void lines_that_end_in_a_price_are_entries_without_a_head() {
        String till = "Bakery Lorimer\n\nSourdough loaf        4.20\nOat milk 1l           2.10\n"
                + "Butter                3.05\nTOTAL                 9.35\nPaid by card          9.35\n";
        assertThat(EXTRACTING.result(till, """
                        {'type': 'object', 'properties': {'total': {'type': 'number'}, 'items': {'type': 'array', 'items': {
                         'type': 'object', 'properties': {'name': {'type': 'string'}, 'price': {'type': 'number'}}}}}}""")).isEqualTo(Extracting.json("""
                        {'total': 9.35, 'items': [{'name': 'Sourdough loaf', 'price': 4.20},
                         {'name': 'Oat milk 1l', 'price': 2.10}, {'name': 'Butter', 'price': 3.05}]}"""));
    }

    @Test
    void a_list_goes_on_over_pages_whatever_its_head_is_called_there_without_the_sums_carried_over() {
        PdfPaper paper = new PdfPaper().page();
        row(paper, 60, "Item", "Code", "Qty", "Amount");
        row(paper, 76, "Desk", "A-1", "2", "960.00");
        row(paper, 92, "Lamp", "A-2", "4", "262.00");
        row(paper, 108, "Zum Folgeblatt", "", "", "1,222.00");
        paper.page();
        row(paper, 60, "Article", "Code", "Number of units", "Total");
        row(paper, 76, "Vom Vorblatt", "", "", "1,222.00");
        row(paper, 92, "Shelf", "A-3", "1", "120.00");
        row(paper, 140, "Total", "", "", "1,342.00");
        JsonNode result = EXTRACTING.result("a.pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'items': {'type': 'array', 'items': {'type': 'object', 'properties': {
                 'item': {'type': 'string'}, 'quantity': {'type': 'integer'}, 'amount': {'type': 'number'}}}}}}""");
        assertThat(result).isEqualTo(Extracting.json("""
                {'items': [{'item': 'Desk', 'quantity': 2, 'amount': 960.00}, {'item': 'Lamp', 'quantity': 4, 'amount': 262.00},
                 {'item': 'Shelf', 'quantity': 1, 'amount': 120.00}]}"""));
    }

    @Test
    void sums_are_known_by_what_they_come_to_where_their_labels_say_nothing() {
        PdfPaper paper = new PdfPaper().page();
        row(paper, 60, "Item", "Qty", "Price", "Amount");
        row(paper, 76, "Desk", "2", "480.00", "960.00");
        row(paper, 92, "Lamp", "4", "65.50", "262.00");
        row(paper, 140, "Goods", "", "", "1,222.00");
        row(paper, 156, "Levy", "", "", "244.40");
        row(paper, 172, "In all", "", "", "1,466.40");
        JsonNode result = EXTRACTING.result("a.pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'net_amount': {'type': 'number'}, 'tax_amount': {'type': 'number'},
                 'total_amount': {'type': 'number'}, 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {
                 'item': {'type': 'string'}, 'quantity': {'type': 'integer'}, 'amount': {'type': 'number'}}}}}}""");
        assertThat(result.get("net_amount").decimalValue()).isEqualByComparingTo("1222");
        assertThat(result.get("tax_amount").decimalValue()).isEqualByComparingTo("244.40");
        assertThat(result.get("total_amount").decimalValue()).isEqualByComparingTo("1466.40");
        assertThat(result.get("items")).hasSize(2);
    }

    @Test
    void a_price_with_a_count_before_its_text_gives_both() {
        String bill =
                "Cafe Lorimer\n\n2 x Espresso          5.20\n1 x Cake              4.10\nTOTAL                 9.30\n";
        assertThat(EXTRACTING.result(bill, """
                        {'type': 'object', 'properties': {'items': {'type': 'array', 'items': {'type': 'object', 'properties': {
                         'quantity': {'type': 'integer'}, 'name': {'type': 'string'}, 'price': {'type': 'number'}}}}}}""").get("items"))
                .isEqualTo(Extracting.json("""
                        {'a': [{'quantity': 2, 'name': 'Espresso', 'price': 5.20},
                         {'quantity': 1, 'name': 'Cake', 'price': 4.10}]}""").get("a"));
    }

    private static void row(PdfPaper paper, float y, String first, String second, String third, String fourth) {
        paper.text(50, y, first);
        paper.text(200, y, second);
        paper.textUpTo(PdfPaper.PLAIN, 10, 430, y, third);
        paper.textUpTo(PdfPaper.PLAIN, 10, 540, y, fourth);
    }
}
