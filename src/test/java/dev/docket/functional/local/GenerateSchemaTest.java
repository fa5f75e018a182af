package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.docket.endpoint.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GenerateSchemaTest {
    private static final Extracting EXTRACTING = new Extracting();

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @Test
    void labels_tables_and_values_of_an_invoice_become_a_schema() throws IOException {
        JsonNode schema = generated(Extracting.document("invoice.pdf", SampleInvoice.draw()));
        assertThat(schema.get("title").textValue()).isEqualTo("INVOICE");
        assertThat(names(schema))
                .contains("invoice_number", "invoice_date", "due_date", "subtotal", "total", "line_items");
        assertThat(schema.at("/properties/invoice_date")).isEqualTo(Extracting.json("""
                {'type': 'string', 'format': 'date', 'title': 'Invoice date',
                 'description': 'Labelled \\\\'Invoice date\\\\' in the document.'}""".replace("\\\\'", "\\\"")));
        assertThat(schema.at("/properties/total/type").textValue()).isEqualTo("number");
        JsonNode items = schema.at("/properties/line_items/items");
        assertThat(names(items)).containsExactly("pos", "description", "qty", "unit_price", "amount");
        assertThat(items.at("/properties/qty/type").textValue()).isEqualTo("integer");
        assertThat(items.at("/properties/unit_price/type").textValue()).isEqualTo("number");
    }

    @Test
    void what_was_generated_extracts_the_document_it_was_made_from() throws IOException {
        byte[] invoice = SampleInvoice.draw();
        String schema = generated(Extracting.document("invoice.pdf", invoice)).toString();
        ObjectNode request = Extracting.request("invoice.pdf", invoice, "{}");
        request.set("json_schema", Extracting.JSON.readTree(schema));
        JsonNode result = EXTRACTING.body(request).at("/choices/0/message/parsed");
        assertThat(result.get("invoice_number").textValue()).isEqualTo("INV-2026-0042");
        assertThat(result.get("due_date").textValue()).isEqualTo("2026-04-13");
        assertThat(result.get("line_items")).hasSize(3);
        assertThat(result.at("/line_items/0/pos").intValue()).isEqualTo(1);
    }

    @Test
    void only_what_all_documents_have_is_required() {
        JsonNode schema = generated(
                text("Order number: A-1\nDate: 3 March 2026\nPages: 3\nRush: yes\n"),
                text("Order No.: B-2\nDate: 4 March 2026\nPages: 2.5\n"));
        assertThat(names(schema)).containsExactly("order_number", "date", "pages", "rush");
        assertThat(strings(schema.get("required"))).containsExactly("order_number", "date", "pages");
        assertThat(schema.at("/properties/order_number/type").textValue()).isEqualTo("string");
        assertThat(schema.at("/properties/pages/type").textValue()).isEqualTo("number");
        assertThat(schema.at("/properties/rush/type").textValue()).isEqualTo("boolean");
    }

    @Test
    void a_table_that_several_documents_have_is_one_list() {
        byte[] first = "Name,Born\nAda,1815-12-10\nGrace,1906-12-09\n".getBytes(UTF_8);
        byte[] second = "Name,Born\nAlan,1912-06-23\nKurt,1906-04-28\n".getBytes(UTF_8);
        JsonNode schema = generated(Extracting.document("a.csv", first), Extracting.document("b.csv", second));
        assertThat(names(schema)).containsExactly("entries");
        assertThat(schema.at("/properties/entries/items/properties/born/format").textValue())
                .isEqualTo("date");
        assertThat(strings(schema.get("required"))).containsExactly("entries");
    }

    @Test
    void the_answer_is_both_a_schema_and_an_envelope_around_one() {
        JsonNode body = body(text("Order number: A-1\n"));
        assertThat(body.get("object").textValue()).isEqualTo("schema");
        assertThat(body.get("created_at").textValue()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
        assertThat(body.get("strict").isBoolean()).isTrue();
        body.get("json_schema")
                .fields()
                .forEachRemaining(each -> assertThat(body.get(each.getKey())).isEqualTo(each.getValue()));
    }

    @Test
    void a_document_without_labels_gives_a_schema_without_properties() {
        JsonNode schema = generated(text("once upon a time there was a king"));
        assertThat(schema.get("type").textValue()).isEqualTo("object");
        assertThat(schema.get("properties")).isEmpty();
    }

    private static JsonNode generated(ObjectNode... documents) {
        JsonNode schema = body(documents).get("json_schema");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(Extracting.json("{}")))
                .isNotNull();
        return schema;
    }

    private static JsonNode body(ObjectNode... documents) {
        ObjectNode request = Extracting.JSON.createObjectNode();
        request.putArray("documents").addAll(List.of(documents));
        return EXTRACTING.body(Endpoint.SCHEMAS_GENERATE, request);
    }

    private static ObjectNode text(String text) {
        return Extracting.document("a.txt", text.getBytes(UTF_8));
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.textValue()));
        return strings;
    }
}
