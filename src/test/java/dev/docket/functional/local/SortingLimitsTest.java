package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.job.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SortingLimitsTest {
    private static final Sorting SORTING = new Sorting();

    @AfterAll
    static void close() {
        SORTING.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCUMENTS_SPLIT", "DOCUMENTS_CLASSIFY"})
    void a_thousand_long_descriptions_and_two_thousand_pages_come_to_an_end(Endpoint endpoint) {
        String[] names = IntStream.range(0, 1000)
                .mapToObj(at -> "class " + at + ": " + ("word" + at + " invoice total number of the order ").repeat(60))
                .toArray(String[]::new);
        String page = "Invoice number of the order and the total word7\n".repeat(40);
        byte[] pages = Sorting.text(String.join("\f", Collections.nCopies(2000, page)));
        JsonNode body = SORTING.body(endpoint, Sorting.request(field(endpoint), "a.txt", pages, names));
        assertThat(body.at("/usage/page_count").intValue()).isEqualTo(2000);
        assertThat(body.toString()).contains("class 7\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCUMENTS_SPLIT", "DOCUMENTS_CLASSIFY"})
    void more_names_than_are_served_are_refused(Endpoint endpoint) {
        String[] names = IntStream.range(0, 1001).mapToObj(at -> "class " + at).toArray(String[]::new);
        ObjectNode request = Sorting.request(field(endpoint), "a.txt", Sorting.text("text"), names);
        assertThat(SORTING.error(endpoint, request).code()).isEqualTo("request_invalid");
        assertThat(SORTING.error(endpoint, request).message()).contains("1001").contains("1000");
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCUMENTS_SPLIT", "DOCUMENTS_CLASSIFY"})
    void a_scan_without_text_is_refused_as_such(Endpoint endpoint) {
        byte[] scan = new PdfPaper().page().page().bytes();
        ObjectNode request = Sorting.request(field(endpoint), "a.pdf", scan, "invoice", "other");
        assertThat(SORTING.error(endpoint, request).code()).isEqualTo("document_has_no_text_layer");
    }

    @Test
    void one_page_with_a_hundred_thousand_lines_is_looked_at_as_far_as_a_sheet_goes() {
        byte[] rows = Sorting.text("RECEIPT\n" + "Widget,5.00\n".repeat(100_000) + "Cash: 5.00");
        assertThat(SORTING.classified("a.txt", rows, "invoice", "receipt")
                        .at("/result/classification")
                        .textValue())
                .isEqualTo("receipt");
    }

    @Test
    void text_that_runs_right_to_left_is_read() {
        String invoice = "فاتورة\nرقم الفاتورة: 4711\nصفحة 1 من 1";
        String contract = "عقد\nبين الطرفين\nصفحة 1 من 1";
        assertThat(SORTING.parts(
                        "a.txt", Sorting.text(invoice + "\f" + contract), "A: فاتورة الشراء", "B: عقد بين الطرفين"))
                .containsExactly("A[1]", "B[2]");
    }

    @Test
    void empty_names_and_names_of_signs_alone_are_names() {
        assertThat(SORTING.category("INVOICE", "", "***", "invoice")).isEqualTo("invoice");
        assertThat(SORTING.category("4711", "", "***")).isIn("", "***");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void odd_text_is_sorted_without_a_fault(String text) {
        String[] names = {"invoice: " + text.substring(0, Math.min(200, text.length())), "other", text.strip()};
        assertThat(SORTING.classified("a.txt", Sorting.text("x" + text), names)).isNotNull();
        assertThat(SORTING.divided("a.txt", Sorting.text("x" + text + "\f" + text), names))
                .isNotNull();
    }

    static Stream<String> odd() {
        Random random = new Random(20261125);
        String alphabet = "Page1of2Seite Invoice:№#%€'’\u00a0()[]☑ 0123 äßé\u0301\u202e\ud83d\ude00\n\t.-/";
        Stream<String> made = Stream.generate(() -> {
            StringBuilder text = new StringBuilder();
            random.ints(600, 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            return text.toString();
        });
        Stream<String> known = Stream.of(
                "Page 99999 of 1",
                "Page 0 of 0\nSeite 9999 von 9999",
                "not ".repeat(5000),
                "a".repeat(50_000),
                "rechnung".repeat(5000),
                "1 of ".repeat(5000),
                "(".repeat(5000),
                "continued ".repeat(3000));
        return Stream.concat(known, made.limit(20));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void work_stops_when_its_thread_is_interrupted(LocalCall call) {
        ObjectNode request = Sorting.request(field(call.endpoint()), "a.txt", Sorting.text("Invoice"), "invoice", "b");
        Payload payload = Payload.of(request.toString().getBytes(StandardCharsets.UTF_8));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> call.answer(payload)).isInstanceOf(WorkStopped.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    static Stream<LocalCall> calls() {
        return Stream.of(Sorting.classify(), Sorting.split());
    }

    private static String field(Endpoint endpoint) {
        return endpoint == Endpoint.DOCUMENTS_SPLIT ? "subdocuments" : "categories";
    }
}
