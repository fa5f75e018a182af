package dev.docket.functional.endpoint;

import static dev.docket.functional.endpoint.Checking.check;
import static dev.docket.functional.endpoint.Checking.checkInSegments;
import static dev.docket.functional.endpoint.Checking.paths;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Fault;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReadingTest {
    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {1 << 13, 1 << 16, 30 * MEGABYTE})
    void a_document_of_30_megabytes_is_checked_in_little_memory(int segment) {
        byte[] request = ("{\"document\": {\"filename\": \"a.pdf\", \"url\": \"data:application/pdf;base64,"
                        + "A".repeat(30 * MEGABYTE) + "\"}, \"model\": \"m\", \"image_resolution_dpi\": 5}")
                .getBytes(StandardCharsets.UTF_8);
        Supplier<CheckedRequest> check = () -> checkInSegments(Endpoint.DOCUMENTS_PARSE, request, segment);
        CheckedRequest checked = check.get();
        assertThat(paths(checked)).containsExactly("request.image_resolution_dpi");
        assertThat(checked.facts().model()).isEqualTo("m");
        assertThat(bytesAllocatedBy(check)).isLessThan(2 * MEGABYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"\\u0041\"", "{\"a\":[]}"})
    void endless_numbers_text_and_structures_out_of_place_take_little_memory(String unit) {
        String endless = unit.startsWith("1")
                ? "1".repeat(8 * MEGABYTE)
                : "[" + (unit + ",").repeat(8 * MEGABYTE / unit.length()) + "1]";
        byte[] request = ("{\"model\": " + endless + "}").getBytes(StandardCharsets.UTF_8);
        check(Endpoint.DOCUMENTS_PARSE, "{}");
        assertThat(bytesAllocatedBy(() -> check(Endpoint.DOCUMENTS_PARSE, request)))
                .isLessThan(MEGABYTE);
    }

    @Test
    void a_request_of_very_many_names_does_not_make_later_checks_dearer() {
        StringBuilder names = new StringBuilder("{");
        for (int i = 0; i < 200_000; i++) {
            names.append("\"n").append(i).append("\":1,");
        }
        check(Endpoint.DOCUMENTS_PARSE, names.append("\"model\":\"m\"}").toString());
        assertThat(bytesAllocatedBy(() -> check(Endpoint.DOCUMENTS_PARSE, "{\"new_name\":1}")))
                .isLessThan(MEGABYTE / 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 4000})
    void segments_of_any_size_give_the_same_findings(int segment) {
        ObjectNode request = SdkRequests.good(Endpoint.SCHEMAS_GENERATE);
        request.withArray("documents").removeAll();
        for (int i = 0; i < 300; i++) {
            String text = "\u00e9\uD83D\uDE00\"\\" + "z".repeat(i % 41);
            request.withArray("documents")
                    .addObject()
                    .put("filename", text + i + ".csv")
                    .put("url", i % 7 == 0 ? text : "data:text/csv;base64," + "A".repeat(i));
        }
        byte[] bytes = request.toString().getBytes(StandardCharsets.UTF_8);
        CheckedRequest whole = check(Endpoint.SCHEMAS_GENERATE, bytes);
        assertThat(whole.facts().filenames())
                .containsExactlyElementsOf(request.get("documents").findValuesAsText("filename"));
        assertThat(whole.faults()).hasSize(43);
        assertThat(checkInSegments(Endpoint.SCHEMAS_GENERATE, bytes, segment)).isEqualTo(whole);
    }

    @Test
    void ten_thousand_entries_are_read_to_the_last() {
        ObjectNode request = SdkRequests.good(Endpoint.DOCUMENTS_SPLIT);
        request.withArray("categories").removeAll();
        for (int i = 0; i < 10_000; i++) {
            request.withArray("categories").addObject().put("name", "n" + i);
        }
        assertThat(check(Endpoint.DOCUMENTS_SPLIT, request).faults()).isEmpty();
        request.withArray("categories").add(1);
        assertThat(paths(check(Endpoint.DOCUMENTS_SPLIT, request))).containsExactly("request.categories[10000]");
    }

    @Test
    void nesting_is_good_to_its_limit_and_one_fault_beyond() {
        assertThat(paths(check(Endpoint.DOCUMENTS_PARSE, nested(499)))).containsExactly("request.document");
        for (int depth : new int[] {500, 1_000, 1_000_000}) {
            assertThat(check(Endpoint.DOCUMENTS_PARSE, nested(depth)).faults())
                    .containsExactly(new Fault("request", "at most 500 levels of nesting", "deeper nesting"));
        }
    }

    @Test
    void names_and_numbers_beyond_any_use_are_one_fault() {
        String limits = "names of at most 50000 and numbers of at most 1000 characters";
        for (String request : List.of(
                "{\"" + "n".repeat(100_000) + "\": 1}",
                "{\"x\": " + "1".repeat(2_000) + "}",
                "{\"x\": 0." + "1".repeat(200_000) + "}")) {
            assertThat(check(Endpoint.DOCUMENTS_PARSE, request).faults())
                    .containsExactly(new Fault("request", limits, "a longer one"));
        }
    }

    @Test
    void numbers_too_large_for_a_double_are_none_of_the_checks_business_in_free_fields() {
        String request = SdkRequests.good(Endpoint.DOCUMENTS_EXTRACT).toString();
        String free = "{\"maximum\":1e400,\"minimum\":-" + "9".repeat(999) + ",\"x\":1e999999999999}";
        assertThat(check(
                                Endpoint.DOCUMENTS_EXTRACT,
                                request.replaceFirst("\"json_schema\":\\{", "$0\"free\":" + free + ","))
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"document\"",
                "{\"document\":",
                "{\"document\":{\"url\":\"data:",
                "{]",
                "{\"a\":tru}",
                "{\"model\":\"\\x\"}",
                "{\"model\":\"\\u00g0\"}",
                "{\"model\":\"\\",
                "{\"model\":\"a\u0001\"}",
                "nope",
                "{\"a\":[1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "\uFEFF",
                "\u0000{\u0000}"
            })
    void bytes_that_are_no_json_are_a_fault_and_not_an_exception(String text) {
        assertThat(check(Endpoint.DOCUMENTS_PARSE, text).faults()).isNotEmpty();
    }

    @Test
    void bytes_that_are_not_utf8_are_a_fault_and_not_an_exception() {
        for (int bad : new int[] {0x80, 0xc3, 0xe2, 0xf0, 0xff}) {
            byte[] request = "{\"model\": \"ab?\", \"?\": 1}".getBytes(StandardCharsets.US_ASCII);
            request[request.length - 6] = (byte) bad;
            assertThat(check(Endpoint.DOCUMENTS_PARSE, request).faults()).isNotEmpty();
            request[13] = (byte) bad;
            assertThat(check(Endpoint.DOCUMENTS_PARSE, request).faults()).isNotEmpty();
        }
    }

    private static String nested(int depth) {
        return "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }

    private static long bytesAllocatedBy(Supplier<?> work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        work.get();
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
