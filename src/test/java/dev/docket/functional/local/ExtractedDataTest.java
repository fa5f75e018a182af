package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExtractedDataTest {
    private static final Extracting EXTRACTING = new Extracting();

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @Test
    void data_formats_are_read_by_their_names() {
        String json = "{\n  \"invoiceNumber\": \"R-7\",\n  \"total_amount\": 12.50\n}";
        String schema = """
                {'type': 'object', 'properties': {'invoice_number': {'type': 'string'}, 'total': {'type': 'number'}}}""";
        JsonNode expected = Extracting.json("{'invoice_number': 'R-7', 'total': 12.50}");
        assertThat(EXTRACTING.result("a.json", json.getBytes(UTF_8), schema)).isEqualTo(expected);
        String xml = "<Invoice><InvoiceNumber>R-7</InvoiceNumber>\n<TotalAmount>12.50</TotalAmount></Invoice>";
        assertThat(EXTRACTING.result("a.xml", xml.getBytes(UTF_8), schema)).isEqualTo(expected);
    }

    @Test
    void objects_in_json_are_sections_and_their_arrays_are_entries() {
        String json = """
                {"header": {"docNo": "R-7", "issuedOn": "2026-03-03"}, "seller": {"name": "Kestrel Ltd"},
                 "buyer": {"name": "Ada"}, "lines": [{"product": "Desk", "qty": 2, "unitPrice": 480.5},
                 {"product": "Lamp", "qty": 4, "unitPrice": 65}], "tags": ["new", "paid"]}""";
        assertThat(EXTRACTING.result("a.json", json.getBytes(UTF_8), """
                        {'title': 'Invoice', 'type': 'object', 'properties': {
                         'issue_date': {'type': 'string', 'format': 'date'},
                         'vendor': {'type': 'object', 'properties': {'name': {'type': 'string'}}},
                         'customer': {'type': 'object', 'properties': {'name': {'type': 'string'}}},
                         'line_items': {'type': 'array', 'items': {'type': 'object', 'properties': {'product': {'type': 'string'},
                          'quantity': {'type': 'integer'}, 'unit_price': {'type': 'number'}}}},
                         'tags': {'type': 'array', 'items': {'type': 'string'}}}}""")).isEqualTo(Extracting.json("""
                        {'issue_date': '2026-03-03', 'vendor': {'name': 'Kestrel Ltd'}, 'customer': {'name': 'Ada'},
                         'line_items': [{'product': 'Desk', 'quantity': 2, 'unit_price': 480.5},
                          {'product': 'Lamp', 'quantity': 4, 'unit_price': 65}], 'tags': ['new', 'paid']}"""));
    }

    @Test
    void json_that_is_broken_or_nested_without_end_is_read_as_text() {
        String schema = "{'type':'object','properties':{'total':{'type':['number','null']}}}";
        for (String json : new String[] {"{\"total\": 12.50", "[".repeat(20_000), "{\"a\":".repeat(5000) + "1"}) {
            assertThat(EXTRACTING.result("a.json", json.getBytes(UTF_8), schema).has("total"))
                    .isTrue();
        }
    }
}
