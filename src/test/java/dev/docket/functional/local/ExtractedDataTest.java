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

    @Test
    void elements_in_xml_are_sections_and_those_of_one_name_are_entries() {
        String xml = """
                <?xml version="1.0"?><i:Invoice xmlns:i="urn:x"><i:ID>R-7</i:ID><i:IssueDate>2026-03-03</i:IssueDate>
                <i:SupplierParty><i:Party><i:Name>Kestrel Ltd</i:Name></i:Party></i:SupplierParty>
                <i:CustomerParty><i:Party><i:Name>Ada</i:Name></i:Party></i:CustomerParty>
                <i:InvoiceLine><i:Quantity unit="C">2</i:Quantity><i:Item><i:Name>Desk</i:Name></i:Item>
                <i:LineAmount>960.00</i:LineAmount></i:InvoiceLine>
                <i:InvoiceLine><i:Quantity unit="C">4</i:Quantity><i:Item><i:Name>Lamp</i:Name></i:Item>
                <i:LineAmount>262.00</i:LineAmount></i:InvoiceLine></i:Invoice>""";
        assertThat(EXTRACTING.result("a.xml", xml.getBytes(UTF_8), """
                        {'title': 'Invoice', 'type': 'object', 'properties': {
                         'issue_date': {'type': 'string', 'format': 'date'},
                         'supplier': {'type': 'object', 'properties': {'name': {'type': 'string'}}},
                         'customer': {'type': 'object', 'properties': {'name': {'type': 'string'}}},
                         'lines': {'type': 'array', 'items': {'type': 'object', 'properties': {'item_name': {'type': 'string'},
                          'quantity': {'type': 'integer'}, 'amount': {'type': 'number'}}}}}}""")).isEqualTo(Extracting.json("""
                        {'issue_date': '2026-03-03', 'supplier': {'name': 'Kestrel Ltd'}, 'customer': {'name': 'Ada'},
                         'lines': [{'item_name': 'Desk', 'quantity': 2, 'amount': 960.00},
                          {'item_name': 'Lamp', 'quantity': 4, 'amount': 262.00}]}"""));
    }

    @Test
    void xml_with_entities_within_entities_is_read_as_text() {
        String bomb = "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]><a><Total>12.50</Total><n>&c;</n></a>";
        assertThat(EXTRACTING
                        .result(
                                "a.xml",
                                bomb.getBytes(UTF_8),
                                "{'type':'object','properties':{'total':{'type':'number'}}}")
                        .get("total")
                        .decimalValue())
                .isEqualByComparingTo("12.50");
        String deep = "<a>".repeat(5000) + "<Total>12.50</Total>" + "</a>".repeat(5000);
        assertThat(EXTRACTING.result(
                        "a.xml", deep.getBytes(UTF_8), "{'type':'object','properties':{'total':{'type':'number'}}}"))
                .isNotNull();
    }
}
