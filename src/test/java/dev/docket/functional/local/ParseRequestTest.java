package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.local.ScanRequest;
import dev.docket.job.JobError;
import dev.docket.job.Payload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseRequestTest {
    private static final Parsing PARSING = new Parsing();

    @AfterAll
    static void close() {
        PARSING.close();
    }

    @Test
    void the_answer_names_the_document_by_the_digest_of_its_bytes() {
        JsonNode body = PARSING.body(Parsing.request("a.txt", "text/plain", "abc".getBytes(UTF_8)));
        assertThat(body.at("/document/id").textValue()).isEqualTo("file_d8bb14d833d59559");
        byte[] twoBlocks = "0123456789abcdef".repeat(16).getBytes(UTF_8);
        body = PARSING.body(Parsing.request("a.txt", "text/plain", twoBlocks));
        assertThat(body.at("/document/id").textValue()).isEqualTo("file_d3aa348bbbc75873");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E99999999999", "[-1E-99999999999]", "{\"a\":1E99999999999}"})
    void a_number_that_nobody_can_hold_is_a_fault_of_the_request(String value) {
        Payload request = Payload.of(("{\"json_schema\":" + value + "}").getBytes(UTF_8));

        assertThatThrownBy(() -> ScanRequest.scan(request, "json_schema"))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo("request_invalid"));
    }

    @ParameterizedTest
    @CsvSource({"retab-micro, 0.2", "retab-small, 1", "retab-large, 3", "gpt-4o, 1"})
    void a_page_costs_what_its_model_costs(String model, String credits) {
        var request =
                Parsing.request("a.txt", "text/plain", "abc".getBytes(UTF_8)).put("model", model);
        assertThat(PARSING.body(request).at("/usage/credits").decimalValue()).isEqualByComparingTo(credits);
    }

    @Test
    void tables_come_in_the_format_that_was_asked_for() {
        assertThat(table("html"))
                .isEqualTo("<table>\n<tr><th>A</th><th>B|\"</th></tr>\n"
                        + "<tr><td>1</td><td>&lt;x&gt;</td></tr>\n</table>");
        assertThat(table("markdown")).isEqualTo("| A | B\\|\" |\n| --- | --- |\n| 1 | <x> |");
        assertThat(table("json")).isEqualTo("[\n{\"A\": \"1\", \"B|\\\"\": \"<x>\"}\n]");
        assertThat(table("yaml")).isEqualTo("- \"A\": \"1\"\n  \"B|\\\"\": \"<x>\"");
    }

    @Test
    void tables_whose_head_names_nothing_come_as_lists() {
        byte[] csv = "A,A\n1,2\n".getBytes(UTF_8);
        var request = Parsing.request("a.csv", "text/csv", csv);
        assertThat(PARSING.body(request.put("table_parsing_format", "json"))
                        .get("text")
                        .textValue())
                .isEqualTo("[\n[\"A\", \"A\"],\n[\"1\", \"2\"]\n]");
        assertThat(PARSING.body(request.put("table_parsing_format", "yaml"))
                        .get("text")
                        .textValue())
                .isEqualTo("- - \"A\"\n  - \"A\"\n- - \"1\"\n  - \"2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"document\":{\"filename\":\"a.txt\",\"url\":\"data:text/plain;base64,YWJj\"}}",
                "{\"x\":[{\"url\":\"no\"}],\"document\":{\"url\":\"data:text\\/plain;base64,YW\\u004ajCg==\",\"y\":{},"
                        + "\"filename\":\"a.txt\"}}",
                "{\"document\":{\"filename\":\"é.txt\",\"url\":\"no\"},\"document\":{\"filename\":\"a.txt\","
                        + "\"url\":\"data:text/plain;charset=utf-8;base64,YW\\nJj\"},\"z\":\"é\"}"
            })
    void the_document_is_found_wherever_and_however_it_is_written(String request) {
        JsonNode body = PARSING.body(request.getBytes(UTF_8));
        assertThat(body.get("text").textValue()).isEqualTo("abc");
        assertThat(body.at("/document/filename").textValue()).isEqualTo("a.txt");
        assertThat(body.at("/document/mime_type").textValue()).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a.pdf",
                "data:text/plain,abc",
                "data:text/plain;base64",
                "data:text/plain;base64,Y?Jj",
                "data:text/plain;base64,YWJjZ",
                ""
            })
    void a_url_that_cannot_be_decoded_fails_with_document_url_invalid(String url) {
        String request = "{\"document\":{\"filename\":\"a.txt\",\"url\":\"" + url + "\"}}";
        assertThat(PARSING.error(request.getBytes(UTF_8)).code()).isEqualTo("document_url_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"document\":7}", "{\"document\":{\"filename\":\"a\"}}", "{\"docu"})
    void a_request_that_is_not_one_fails_with_request_invalid(String request) {
        JobError error = PARSING.error(request.getBytes(UTF_8));
        assertThat(error.code()).isEqualTo("request_invalid");
    }

    private static String table(String format) {
        byte[] csv = "A,\"B|\"\"\"\n1,<x>\n".getBytes(UTF_8);
        var request = Parsing.request("a.csv", "text/csv", csv).put("table_parsing_format", format);
        return PARSING.body(request).get("text").textValue();
    }
}
