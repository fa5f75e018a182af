package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.job.Payload;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtractLimitsTest {
    private static final Extracting EXTRACTING = new Extracting(Map.of("docket.local.time-limit", "60S"));

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @Test
    void a_schema_that_asks_for_too_much_or_too_deep_is_refused() {
        StringBuilder wide = new StringBuilder("{'type':'object','properties':{");
        for (int property = 0; property < 6000; property++) {
            wide.append("'p").append(property).append("':{},");
        }
        assertInvalid(wide + "'last':{}}}", "5000");
        String deep = "{'type':'object','properties':{'a':".repeat(40) + "{}" + "}}".repeat(40);
        assertInvalid(deep, "32");
        StringBuilder bomb = new StringBuilder("{'$ref':'#/$defs/d0','$defs':{");
        for (int level = 0; level < 20; level++) {
            String next = "{'$ref':'#/$defs/d" + (level + 1) + "'}";
            bomb.append("'d")
                    .append(level)
                    .append("':{'type':'object','properties':{'a':")
                    .append(next)
                    .append(",'b':")
                    .append(next)
                    .append("}},");
        }
        assertInvalid(bomb + "'d20':{}}}", "5000");
    }

    @Test
    void a_request_with_too_many_values_beside_the_document_is_refused() {
        String schema = "{'type':'object','examples':[" + "1,".repeat(600_000) + "1]}";
        ObjectNode request = Extracting.request("a.txt", "text".getBytes(UTF_8), schema);
        assertThat(EXTRACTING.error(request).code()).isEqualTo("request_invalid");
    }

    @Test
    void thousands_of_labels_and_properties_come_to_an_end() {
        StringBuilder schema = new StringBuilder("{'type':'object','properties':{");
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < 2000; at++) {
            schema.append("'total_number_date_").append(at).append("':{'type':['string','null']},");
            text.append("Total number of the date: invoice number ").append(at).append(" date due total\n");
        }
        JsonNode result = EXTRACTING
                .body(Extracting.request(
                        "a.txt", text.toString().getBytes(UTF_8), schema + "'fax':{'type':['string','null']}}}"))
                .at("/choices/0/message/parsed");
        assertThat(result).hasSize(2001);
    }

    @Test
    void an_expression_made_to_be_tried_without_end_does_not_hold_up_a_worker() {
        String text = "Code: " + "a".repeat(3000) + "!";
        assertThat(EXTRACTING
                        .value(text, "code", "{'type':'string','pattern':'^(([a-z])+.)+[A-Z]([a-z])+$'}")
                        .isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void odd_text_is_read_without_a_fault(String text) {
        String schema = """
                {'type': 'object', 'properties': {'date': {'type': 'string', 'format': 'date'}, 'total': {'type': 'number'},
                 'name': {'type': 'string'}, 'number': {'type': 'string'}, 'active': {'type': 'boolean'},
                 'vendor': {'type': 'object', 'properties': {'address': {'type': 'string'}}},
                 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {'name': {'type': 'string'},
                  'price': {'type': 'number'}}}}, 'tags': {'type': 'array', 'items': {'type': 'string'}}}}""";
        assertThat(EXTRACTING.result("a.txt", text.getBytes(UTF_8), schema)).isNotNull();
        assertThat(EXTRACTING.result("a.csv", text.getBytes(UTF_8), schema)).isNotNull();
    }

    static Stream<String> odd() {
        Random random = new Random(20261125);
        String alphabet = "Total:Date Number\tName;,.:-/#%€'’\u00a0()[]☑ 0123456789 äßé\u0301\u202e\ud83d\ude00 \n";
        Stream<String> made = Stream.generate(() -> {
            StringBuilder text = new StringBuilder("Name Price\n");
            for (int length = 0; length < 800; length++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            return text.toString();
        });
        Stream<String> known = Stream.of(
                "Total: 99999999999999999999999999999999999999999999999999999999",
                "Date: 99.99.9999\nDate: 00/00/0000\nTotal: 1e999999999\nTotal: -",
                ":::::::\n: :\n:",
                "Total:" + " ".repeat(5000) + "5",
                "-".repeat(20_000),
                "1.".repeat(20_000),
                "(".repeat(20_000),
                "Name: " + "x ".repeat(20_000));
        return Stream.concat(known, made.limit(40));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void work_stops_when_its_thread_is_interrupted(LocalCall call) {
        byte[] rows = "Name,Total\nAda,5\n".repeat(2000).getBytes(UTF_8);
        ObjectNode request = Extracting.request("a.csv", rows, "{'type':'object','properties':{'total':{}}}");
        request.putArray("documents").add(request.get("document"));
        Payload payload = Payload.of(request.toString().getBytes(UTF_8));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> call.answer(payload)).isInstanceOf(WorkStopped.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    static Stream<LocalCall> calls() {
        return Stream.of(Extracting.extract(Map.of()), Extracting.generate(Map.of()));
    }

    private static void assertInvalid(String schema, String limit) {
        var error = EXTRACTING.error(Extracting.request("a.txt", "text".getBytes(UTF_8), schema));
        assertThat(error.code()).isEqualTo("schema_invalid");
        assertThat(error.message()).contains(limit);
    }
}
