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
    void numbers_in_json_are_those_of_the_document_to_the_last_digit() {
        String json = """
                {"serial": 12345678901234567890, "factor": 0.12345678901234567890123, "weight": 1.234,
                 "total": -98765432109876543210.55, "distance": 1.5E3, "version": 10.50,
                 "lines": [{"product": "Desk", "qty": 12345678901234567891, "unitPrice": 0.123456789012345678},
                  {"product": "Lamp", "qty": 4, "unitPrice": 65.125}]}""";
        JsonNode body = EXTRACTING.body(Extracting.request("a.json", json.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'serial': {'type': 'integer'}, 'factor': {'type': 'number'},
                 'weight': {'type': 'number'}, 'total': {'type': 'number'}, 'distance': {'type': 'number'},
                 'version': {'type': 'string'},
                 'lines': {'type': 'array', 'items': {'type': 'object', 'properties': {'product': {'type': 'string'},
                  'quantity': {'type': 'integer'}, 'unit_price': {'type': 'number'}}}}}}"""));

        JsonNode parsed = body.at("/choices/0/message/parsed");
        assertThat(parsed).isEqualTo(Extracting.json("""
                {'serial': 12345678901234567890, 'factor': 0.12345678901234567890123, 'weight': 1.234,
                 'total': -98765432109876543210.55, 'distance': 1500, 'version': '10.50',
                 'lines': [{'product': 'Desk', 'quantity': 12345678901234567891, 'unit_price': 0.123456789012345678},
                  {'product': 'Lamp', 'quantity': 4, 'unit_price': 65.125}]}"""));
        assertThat(body.at("/choices/0/message/content").textValue())
                .contains("12345678901234567890", "0.12345678901234567890123", "-98765432109876543210.55");
    }

    @Test
    void a_point_in_a_number_of_json_never_parts_thousands() {
        String json =
                "{\"weight\": 1.234, \"prices\": [{\"item\": \"a\", \"price\": 2.125}, {\"item\": \"b\", \"price\": 3}]}";
        String schema = """
                {'type':'object','properties':{'weight':{'type':'number'},
                 'prices':{'type':'array','items':{'type':'object','properties':{'item':{'type':'string'},'price':{'type':'number'}}}}}}""";

        assertThat(EXTRACTING.result("a.json", json.getBytes(UTF_8), schema))
                .isEqualTo(Extracting.json(
                        "{'weight': 1.234,'prices': [{'item': 'a', 'price': 2.125}, {'item': 'b', 'price': 3}]}"));
    }

    @Test
    void a_number_in_json_that_nobody_can_hold_leaves_the_document_to_be_read_as_text() {
        String json = "{\n \"total\": 12.50,\n \"a\": 1E99999999999,\n \"b\": 1E999999\n}";
        String schema = "{'type':'object','properties':{'total':{'type':'number'}}}";

        assertThat(EXTRACTING
                        .result("a.json", json.getBytes(UTF_8), schema)
                        .get("total")
                        .decimalValue())
                .isEqualByComparingTo("12.50");
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
