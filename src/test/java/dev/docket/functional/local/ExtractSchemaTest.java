package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.job.JobError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractSchemaTest {
    private static final Extracting EXTRACTING = new Extracting();
    private static final String TEXT = "Invoice number: R-7\nTotal: 12.50 EUR\nContact: Ada Lovelace";

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @Test
    void what_is_not_found_is_null_where_it_may_be_and_else_left_out() {
        assertThat(EXTRACTING.result(TEXT, """
                        {'type': 'object', 'required': ['fax', 'pages'], 'properties': {
                         'fax': {'type': ['string', 'null']}, 'pages': {'type': 'array', 'items': {'type': 'string'}},
                         'colour': {'type': 'string'}, 'owner': {'anyOf': [{'$ref': '#/$defs/Owner'}, {'type': 'null'}]},
                         'vehicle': {'$ref': '#/$defs/Owner'}, 'tags': {'type': ['array', 'null']}},
                         '$defs': {'Owner': {'type': 'object', 'required': ['plate'],
                          'properties': {'plate': {'type': 'string'}}}}}"""))
                .isEqualTo(Extracting.json("{'fax': null, 'pages': [], 'owner': null, 'tags': null}"));
    }

    @Test
    void a_required_value_that_is_not_found_fails_the_job_and_is_named() {
        ObjectNode request = Extracting.request("a.txt", TEXT.getBytes(UTF_8), """
                {'type': 'object', 'required': ['invoice_number', 'fax', 'owner'], 'properties': {
                 'invoice_number': {'type': 'string'}, 'fax': {'type': 'string'},
                 'owner': {'type': 'object', 'required': ['plate'], 'properties': {'plate': {'type': 'string'}}}}}""");
        JobError error = EXTRACTING.error(request);
        assertThat(error.code()).isEqualTo("extraction_incomplete");
        assertThat(error.details()).isEqualTo(Map.of("missing", List.of("/fax", "/owner/plate"), "missing_count", 2));
    }

    @Test
    void a_required_value_that_is_not_found_can_be_configured_to_be_null_or_empty() {
        String schema = "{'type':'object','required':['fax','copies'],'properties':{'fax':{'type':'string'},"
                + "'copies':{'type':'integer'}}}";
        try (Extracting empty = new Extracting(Map.of("docket.extract.missing", "empty"));
                Extracting nulls = new Extracting(Map.of("docket.extract.missing", "null"))) {
            assertThat(empty.result(TEXT, schema)).isEqualTo(Extracting.json("{'fax': '', 'copies': 0}"));
            JsonNode body = nulls.body(Extracting.request("a.txt", TEXT.getBytes(UTF_8), schema));
            assertThat(body.at("/choices/0/message/parsed"))
                    .isEqualTo(Extracting.json("{'fax': null, 'copies': null}"));
            assertThat(body.at("/likelihoods/fax").doubleValue()).isZero();
            assertThat(body.at("/likelihoods/copies").doubleValue()).isZero();
        }
    }

    @Test
    void constants_and_defaults_are_filled_in_without_the_document() {
        assertThat(EXTRACTING.result(TEXT, """
                        {'type': 'object', 'required': ['kind', 'colour'], 'properties': {'kind': {'const': 'bill'},
                         'colour': {'type': 'string', 'default': 'grey'}, 'total': {'type': 'number'}}}"""))
                .isEqualTo(Extracting.json("{'kind': 'bill', 'colour': 'grey', 'total': 12.50}"));
    }

    @Test
    void parts_of_a_schema_are_put_together() {
        assertThat(EXTRACTING.result(TEXT, """
                        {'allOf': [{'$ref': '#/definitions/Numbered'}, {'properties': {'total': {'type': 'number'}}}],
                         'properties': {'contact': {'type': 'string'}},
                         'definitions': {'Numbered': {'type': 'object', 'required': ['invoice_number'],
                          'properties': {'invoice_number': {'type': 'string'}}}}}"""))
                .isEqualTo(Extracting.json("{'contact': 'Ada Lovelace', 'invoice_number': 'R-7', 'total': 12.50}"));
    }

    @Test
    void of_alternatives_the_one_that_the_document_has_is_taken() {
        String schema = """
                {'type': 'object', 'properties': {
                 'payment': {'oneOf': [
                  {'type': 'object', 'required': ['kind', 'iban'], 'properties': {'kind': {'const': 'transfer'}, 'iban': {'type': 'string'}}},
                  {'type': 'object', 'required': ['kind', 'card_number'], 'properties': {'kind': {'const': 'card'}, 'card_number': {'type': 'string'}}}]},
                 'total': {'anyOf': [{'type': 'number'}, {'type': 'string'}, {'type': 'null'}]}}}""";
        assertThat(EXTRACTING.result("Total: 5.00\nIBAN: DE02 1203 0000 0000 2020 51", schema))
                .isEqualTo(Extracting.json("""
                        {'payment': {'kind': 'transfer', 'iban': 'DE02 1203 0000 0000 2020 51'}, 'total': 5.00}"""));
        assertThat(EXTRACTING.result("Total: 12,-\nCard number: 4111 1111", schema))
                .isEqualTo(Extracting.json("""
                {'payment': {'kind': 'card', 'card_number': '4111 1111'}, 'total': 12}"""));
    }

    @Test
    void a_schema_that_contains_itself_comes_to_an_end() {
        JsonNode result = EXTRACTING.result("Name: Ada\n", """
                {'$ref': '#/$defs/Person', '$defs': {'Person': {'type': 'object', 'properties': {'name': {'type': 'string'},
                 'manager': {'anyOf': [{'$ref': '#/$defs/Person'}, {'type': 'null'}]},
                 'reports': {'type': 'array', 'items': {'$ref': '#/$defs/Person'}}}}}}""");
        assertThat(result.get("name").textValue()).isEqualTo("Ada");
        assertThat(result.get("manager").isNull()).isTrue();
    }

    @Test
    void names_titles_and_descriptions_all_say_what_a_property_is_called() {
        assertThat(EXTRACTING.result(
                        "Zahlungsziel: 30.04.2026\nSachbearbeiterin: Ada\nWarp factor 9", """
                        {'type': 'object', 'properties': {
                         'f1': {'type': 'string', 'format': 'date', 'title': 'Due date'},
                         'f2': {'type': 'string', 'description': 'The clerk, labelled \\'Sachbearbeiterin\\''},
                         'warpFactor': {'type': 'integer', 'X-FieldHint': 'ignored'}}}""".replace("\\'", "`")))
                .isEqualTo(Extracting.json("{'f1': '2026-04-30', 'f2': 'Ada', 'warpFactor': 9}"));
    }

    @Test
    void lists_of_single_values_come_from_commas_bullets_and_columns() {
        String schema = """
                {'type': 'object', 'properties': {'skills': {'type': 'array', 'items': {'type': 'string'}},
                 'agenda': {'type': 'array', 'items': {'type': 'string'}},
                 'emails': {'type': 'array', 'items': {'type': 'string', 'format': 'email'}}}}""";
        assertThat(EXTRACTING.result(
                        "Skills: SQL, Java and Rust\nAgenda:\n- Budget\n- Dates\n\na@example.org, b@example.org\n",
                        schema))
                .isEqualTo(Extracting.json("""
                        {'skills': ['SQL', 'Java', 'Rust'], 'agenda': ['Budget', 'Dates'],
                         'emails': ['a@example.org', 'b@example.org']}"""));
    }

    @Test
    void a_list_with_bullets_ends_where_they_end() {
        assertThat(EXTRACTING.result("Skills:\n- SQL\n- Java\nAgenda\n- Budget\nKestrel Print Ltd\n", """
                        {'type': 'object', 'properties': {'skills': {'type': 'array', 'items': {'type': 'string'}},
                         'agenda': {'type': 'array', 'items': {'type': 'string'}}}}"""))
                .isEqualTo(Extracting.json("{'skills': ['SQL', 'Java'], 'agenda': ['Budget']}"));
    }

    @Test
    void an_object_of_anything_takes_what_is_labelled() {
        assertThat(EXTRACTING.result("Colour: red\nWeight: 5 kg\n", "{'type':'object'}"))
                .isEqualTo(Extracting.json("{'Colour': 'red', 'Weight': '5 kg'}"));
    }

    @Test
    void a_key_tells_which_lines_are_entries_of_their_own() {
        byte[] csv = "No,Product,Remark\n1,Desk,oak\n,,with drawer\n2,Lamp,\n".getBytes(UTF_8);
        ObjectNode request = Extracting.request("a.csv", csv, """
                {'type': 'object', 'properties': {'products': {'type': 'array', 'items': {'type': 'object', 'properties': {
                 'no': {'type': 'integer'}, 'product': {'type': 'string'}, 'remark': {'type': ['string', 'null']}}}}}}""");
        request.putObject("chunking_keys").put("products", "no");
        assertThat(EXTRACTING.body(request).at("/choices/0/message/parsed/products"))
                .isEqualTo(Extracting.json("""
                        {'a': [{'no': 1, 'product': 'Desk', 'remark': 'oak with drawer'},
                         {'no': 2, 'product': 'Lamp', 'remark': null}]}""").get("a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'object','properties':{'a':{'$ref':'#/$defs/none'}}}        | #/$defs/none | /properties/a/$ref
            {'type':'object','properties':{'a':{'$ref':'https://x.org/s'}}}     | remote       | /properties/a/$ref
            {'type':'object','properties':{'a':{'type':'text'}}}                | type         | /properties/a/type
            {'type':'object','properties':['a']}                                | list         | /properties
            {'type':'object','required':[1]}                                    | required     | /required
            {'type':'object','properties':{'a':{'pattern':'(['}}}               | pattern      | /properties/a/pattern
            {'type':'object','properties':{'a':7}}                              | number       | /properties/a
            {'$ref':'#'}                                                        | loop         | /$ref
            """)
    void a_schema_that_cannot_be_worked_with_is_refused_with_its_place(String schema, String why, String path) {
        JobError error = EXTRACTING.error(Extracting.request("a.txt", TEXT.getBytes(UTF_8), schema));
        assertThat(error.code()).as(why).isEqualTo("schema_invalid");
        assertThat(String.valueOf(error.details().get("path"))).endsWith(path);
    }
}
