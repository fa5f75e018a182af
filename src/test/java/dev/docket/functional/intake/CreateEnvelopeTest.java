package dev.docket.functional.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.docket.api.CreateCall;
import dev.docket.api.CreateEnvelope;
import dev.docket.api.CreateEnvelope.Faulty;
import dev.docket.api.CreateEnvelope.Understood;
import dev.docket.api.Problem;
import dev.docket.api.ProblemException;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateEnvelopeTest {
    private static final String PARSE = "\"endpoint\":\"/v1/documents/parse\"";

    @Test
    void the_request_comes_back_byte_for_byte_wherever_the_segments_are_cut() {
        for (int seed = 0; seed < 60; seed++) {
            OddJson odd = new OddJson(seed);
            String request = odd.object(4);
            byte[] body = envelope(odd, request, new Random(seed)).getBytes(UTF_8);
            for (int cut = 0; cut <= body.length; cut++) {
                CreateCall call = understood(Cut.at(body, cut));
                assertThat(call.request().toBytes())
                        .as("seed %d, cut %d", seed, cut)
                        .isEqualTo(request.getBytes(UTF_8));
                assertThat(call.endpoint()).isEqualTo("/v1/documents/parse");
            }
        }
    }

    @Test
    void a_request_of_many_megabytes_comes_back_byte_for_byte() {
        String request = "{ \"document\":{\"url\":\"data:;base64," + "QUJD".repeat(1_000_000) + "\"}, \"é\" : 1.50 }";
        byte[] body = ("{" + PARSE + ",\"request\":" + request + "\n}").getBytes(UTF_8);
        CreateCall call = understood(Cut.at(body, 7999, 8000, 8001, 262_144, 262_145, 3_999_999));
        assertThat(call.request().toBytes()).isEqualTo(request.getBytes(UTF_8));
    }

    @Test
    void metadata_keeps_its_order_and_the_last_of_a_repeated_key() {
        CreateCall call = understood(
                "{" + PARSE + ",\"request\":{},\"metadata\": {\"b\" : \"1\", \"\\u0061\":\"é\\n\", \"b\":\"2\"}}");
        assertThat(call.metadata()).containsExactly(entry("b", "2"), entry("a", "é\n"));
        assertThat(call.metadataJson()).isEqualTo("{\"b\":\"2\",\"a\":\"é\\n\"}");
    }

    @Test
    void absent_null_and_empty_metadata_are_told_apart_in_the_text_only() {
        assertThat(understood("{" + PARSE + ",\"request\":{}}").metadataJson()).isNull();
        assertThat(understood("{" + PARSE + ",\"request\":{},\"metadata\":null}")
                        .metadataJson())
                .isNull();
        assertThat(understood("{" + PARSE + ",\"request\":{},\"metadata\":{}}").metadataJson())
                .isEqualTo("{}");
    }

    @Test
    void lengths_count_characters_not_code_units() {
        String key = "😀".repeat(64);
        String value = "😀".repeat(512);
        String good = "{" + PARSE + ",\"request\":{},\"metadata\":{\"" + key + "\":\"" + value + "\"}}";
        assertThat(understood(good).metadata()).containsEntry(key, value);
        assertThat(faults(good.replace(value, value + "x"))).hasSize(1);
        assertThat(faults(good.replace(key + "\":", key + "x\":"))).hasSize(1);
    }

    @Test
    void unknown_members_are_ignored() {
        assertThat(understood("{\"x\":[{}],\"x\":1," + PARSE + ",\"request\":{}}")
                        .request()
                        .length())
                .isEqualTo(2);
    }

    @Test
    void every_fault_is_named_at_once() {
        List<Fault> faults = faults(
                "{\"endpoint\":\"/v1/x\",\"request\":[],\"metadata\":{\"a\":1,\"b\":\"\\u0000\",\"c\":\"\\ud800\"}}");
        assertThat(faults)
                .extracting(Fault::path)
                .containsExactly("endpoint", "request", "metadata.a", "metadata.b", "metadata.c");
        assertThat(faults.get(0).expected()).contains("/v1/projects/extract");
        assertThat(faults.get(1).got()).isEqualTo("an array");
    }

    @Test
    void a_faulty_envelope_still_hands_out_a_request_that_can_be_checked() {
        Faulty faulty = (Faulty) read("{" + PARSE + ",\"request\":{\"a\":1},\"metadata\":7}");
        assertThat(faulty.endpoint()).contains(Endpoint.DOCUMENTS_PARSE);
        assertThat(faulty.request().orElseThrow().toBytes()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "{}"})
    void a_body_without_members_lacks_endpoint_and_request(String body) {
        assertThat(faults(body)).extracting(Fault::got).containsExactly("nothing", "nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]|an array", "7|a number", "\"x\"|a string", "null|null", "true|a boolean"})
    void a_body_that_is_no_object_is_told_so(String body, String got) {
        assertThat(faults(body)).containsExactly(new Fault("body", "an object with endpoint and request", got));
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint", "request", "metadata"})
    void a_known_member_twice_is_refused(String name) {
        String body = "{" + PARSE + ",\"request\":{},\"metadata\":{},\"" + name + "\":{}}";
        assertThat(faults(body)).contains(new Fault(name, "one member of this name", "two"));
    }

    @Test
    void seventeen_pairs_are_one_too_many() {
        StringBuilder pairs = new StringBuilder("\"k0\":\"v\"");
        for (int i = 1; i < 17; i++) {
            pairs.append(",\"k").append(i).append("\":\"v\"");
        }
        String body = "{" + PARSE + ",\"request\":{},\"metadata\":{" + pairs + "}}";
        assertThat(faults(body)).extracting(Fault::got).containsExactly("17 pairs");
    }

    @Test
    void huge_metadata_and_a_huge_endpoint_are_refused_without_being_decoded() {
        String huge = "x".repeat(400_000);
        assertThat(faults("{\"endpoint\":\"" + huge + "\",\"request\":{},\"metadata\":{\"a\":\"" + huge + "\"}}"))
                .extracting(Fault::got)
                .containsExactly("a very long string", "400008 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\"",
                "{\"a\":}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\\x\"}",
                "{}x",
                "{}{}",
                "{} 1",
                "{\"a\":\"\u0001\"}",
                "nul",
                "// x\n{}"
            })
    void broken_json_is_malformed_and_its_place_is_named_without_its_text(String body) {
        Problem problem = problem(Cut.whole(body));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("malformed_json");
        assertThat(problem.details()).containsKeys("line", "column", "byte_offset");
        assertThat(problem.message()).contains("line ").doesNotContain("\"").doesNotContain("Source");
    }

    @Test
    void nesting_has_a_bound_that_is_named() {
        assertThat(understood(nested(499)).request().length()).isEqualTo(498 * 6 + 2);
        assertThat(problem(Cut.whole(nested(500))).message()).contains("500 levels");
        assertThat(problem(Cut.whole(nested(200_000))).status()).isEqualTo(400);
    }

    @Test
    void a_byte_order_mark_is_refused_by_name() {
        assertThat(problem(Cut.whole("\uFEFF{}")).message()).contains("byte order mark");
    }

    @Test
    void utf_16_is_refused() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Problem problem = problem(Payload.of(("{" + PARSE + ",\"request\":{}}").getBytes(charset)));
            assertThat(problem.message()).contains("not UTF-8");
        }
    }

    private static String nested(int depth) {
        return "{" + PARSE + ",\"request\":" + "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1) + "}";
    }

    private static String envelope(OddJson odd, String request, Random random) {
        List<String> members = new ArrayList<>(List.of(
                "\"endpoint\"" + odd.space() + ":" + odd.space() + "\"\\/v1/documents\\u002fparse\"",
                "\"\\u0072equest\"" + odd.space() + ":" + odd.space() + request,
                "\"metadata\":{\"a\":\"é\"}",
                "\"other\":" + odd.object(2)));
        Collections.shuffle(members, random);
        return odd.space() + "{" + String.join(odd.space() + "," + odd.space(), members) + odd.space() + "}"
                + odd.space();
    }

    private static CreateEnvelope read(String body) {
        return CreateEnvelope.read(Cut.whole(body));
    }

    private static CreateCall understood(String body) {
        return understood(Cut.whole(body));
    }

    private static CreateCall understood(Payload body) {
        return ((Understood) CreateEnvelope.read(body)).call();
    }

    private static List<Fault> faults(String body) {
        return ((Faulty) read(body)).faults();
    }

    private static Problem problem(Payload body) {
        return catchThrowableOfType(ProblemException.class, () -> CreateEnvelope.read(body))
                .problem();
    }
}
