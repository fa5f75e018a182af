package dev.docket.functional.local;

import static dev.docket.functional.local.PdfPaper.BOLD;
import static dev.docket.functional.local.PdfPaper.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    private static final Sorting SORTING = new Sorting();
    private static final String[] NAMES = {"contract", "invoice", "delivery note"};

    @AfterAll
    static void close() {
        SORTING.close();
    }

    @Test
    void a_stack_comes_apart_where_its_documents_begin() {
        byte[] stack = new PdfPaper()
                .page()
                .text(BOLD, 20, 50, 70, "INVOICE")
                .text(50, 110, "Invoice number: R-1")
                .text(50, 130, "Total due: 12.00")
                .page()
                .text(50, 70, "Terms of payment: thirty days")
                .page()
                .text(BOLD, 20, 50, 70, "SERVICE AGREEMENT")
                .text(50, 110, "This agreement is made between the parties.")
                .page()
                .text(BOLD, 20, 50, 70, "DELIVERY NOTE")
                .text(50, 110, "Goods received in good condition")
                .bytes();
        JsonNode body = SORTING.divided("a.pdf", stack, NAMES);
        assertThat(Sorting.parts(body)).containsExactly("invoice[1, 2]", "contract[3]", "delivery note[4]");
        assertThat(body.get("splits")).allSatisfy(split -> {
            assertThat(split.get("likelihood").doubleValue()).isBetween(0.3, 1.0);
            assertThat(split.get("confidence")).isEqualTo(split.get("likelihood"));
            assertThat(split.get("reasoning").textValue()).contains("the heading");
            assertThat(split.get("votes")).isEmpty();
            assertThat(split.get("partitions")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Page %d of %d",
                "Seite %d von %d",
                "Page %d sur %d",
                "Página %d de %d",
                "Pagina %d di %d",
                "Blatt %d/%d",
                "%d / %d",
                "Strona %d z %d"
            })
    void page_numbers_tell_where_documents_of_one_name_begin(String form) {
        PdfPaper stack = new PdfPaper();
        for (int[] number : new int[][] {{1, 2}, {2, 2}, {1, 3}, {2, 3}, {3, 3}, {1, 1}}) {
            stack.page()
                    .text(50, 70, "The invoice goes on with what was ordered and used.")
                    .text(PLAIN, 8, 500, 820, String.format(form, number[0], number[1]));
        }
        assertThat(SORTING.parts("a.pdf", stack.bytes(), "invoice", "contract"))
                .containsExactly("invoice[1, 2]", "invoice[3, 4, 5]", "invoice[6]");
    }

    @Test
    void numbers_that_run_through_the_whole_stack_do_not_hold_it_together() {
        PdfPaper stack = new PdfPaper();
        String[] titles = {"INVOICE", "CONTRACT", "INVOICE", "DELIVERY NOTE"};
        for (int page = 0; page < titles.length; page++) {
            stack.page().text(BOLD, 20, 50, 70, titles[page]).text(PLAIN, 8, 500, 820, "Page " + (page + 1) + " of 4");
        }
        assertThat(SORTING.parts("a.pdf", stack.bytes(), NAMES))
                .containsExactly("invoice[1]", "contract[2]", "invoice[3]", "delivery note[4]");
    }

    @Test
    void a_number_that_changes_parts_documents_of_one_sender() {
        PdfPaper stack = new PdfPaper();
        for (String number : List.of("R-100", "R-100", "R-101", "R-102", "R-102")) {
            stack.page()
                    .text(BOLD, 11, 400, 60, "Northwind Furniture Ltd")
                    .text(50, 110, "Invoice number: " + number)
                    .text(50, 140, "Desks and lamps as ordered")
                    .text(PLAIN, 8, 200, 820, "Northwind Furniture Ltd, Bristol");
        }
        assertThat(SORTING.parts("a.pdf", stack.bytes(), NAMES))
                .containsExactly("invoice[1, 2]", "invoice[3]", "invoice[4, 5]");
    }

    @Test
    void a_blank_page_parts_documents_and_belongs_to_the_one_before() {
        byte[] stack = new PdfPaper()
                .page()
                .text(BOLD, 20, 50, 70, "INVOICE")
                .page()
                .page()
                .text(BOLD, 20, 50, 70, "INVOICE")
                .bytes();
        assertThat(SORTING.parts("a.pdf", stack, NAMES)).containsExactly("invoice[1, 2]", "invoice[3]");
    }

    @Test
    void a_page_that_says_nothing_goes_with_the_one_before_it() {
        byte[] stack = new PdfPaper()
                .page()
                .text(BOLD, 20, 50, 70, "CONTRACT")
                .text(50, 110, "The parties agree on what follows in the annex and")
                .page()
                .text(50, 70, "what was said about it before the witnesses in the evening of that day.")
                .bytes();
        assertThat(SORTING.parts("a.pdf", stack, NAMES)).containsExactly("contract[1, 2]");
    }

    @Test
    void pages_of_a_word_file_are_parted_too() throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Lieferschein Nr. 7");
            word.createParagraph().createRun().addBreak(BreakType.PAGE);
            word.createParagraph().createRun().setText("Rechnung Nr. 8");
            word.createParagraph().createRun().setText("Rechnungsbetrag: 12,00");
            assertThat(SORTING.parts("a.docx", OfficePaper.bytes(word::write), NAMES))
                    .containsExactly("delivery note[1]", "invoice[2]");
        }
    }

    @Test
    void older_clients_call_the_parts_categories() {
        ObjectNode request = Sorting.request("categories", "a.txt", Sorting.text("Invoice 1\fDelivery note 2"), NAMES);
        assertThat(Sorting.parts(SORTING.body(Endpoint.DOCUMENTS_SPLIT, request)))
                .containsExactly("invoice[1]", "delivery note[2]");
    }

    @Test
    void a_key_divides_the_pages_of_a_name_by_its_values() {
        PdfPaper stack = new PdfPaper();
        for (String number : List.of("R-100", "R-100", "R-101", "R-102")) {
            stack.page().text(BOLD, 20, 50, 70, "INVOICE").text(50, 110, "Invoice number: " + number);
        }
        ObjectNode request = Sorting.request("subdocuments", "a.pdf", stack.bytes(), NAMES);
        ((ObjectNode) request.at("/subdocuments/1")).put("partition_key", "invoice_number");
        JsonNode splits = SORTING.body(Endpoint.DOCUMENTS_SPLIT, request).get("splits");
        assertThat(splits).hasSize(1);
        JsonNode partitions = splits.get(0).get("partitions");
        assertThat(partitions)
                .extracting(each -> each.get("key").textValue())
                .containsExactly("R-100", "R-101", "R-102");
        assertThat(partitions).extracting(Sorting::pages).containsExactly(List.of(1, 2), List.of(3), List.of(4));
        assertThat(partitions).allSatisfy(each -> {
            assertThat(each.get("first_page_y_start").doubleValue()).isZero();
            assertThat(each.get("last_page_y_end").doubleValue()).isOne();
        });
    }

    @Test
    void partitions_that_share_a_page_say_where_they_meet() {
        byte[] page = new PdfPaper()
                .page()
                .text(BOLD, 20, 50, 70, "RECEIPTS")
                .text(50, 110, "Receipt number: 11")
                .text(50, 130, "Total: 5.00")
                .text(50, 500, "Receipt number: 12")
                .text(50, 520, "Total: 6.00")
                .bytes();
        ObjectNode request = Sorting.request("subdocuments", "a.pdf", page, "receipt", "invoice");
        ((ObjectNode) request.at("/subdocuments/0")).put("partition_key", "receipt number");
        JsonNode partitions = SORTING.body(Endpoint.DOCUMENTS_SPLIT, request).at("/splits/0/partitions");
        assertThat(partitions).hasSize(2);
        double border = partitions.get(1).get("first_page_y_start").doubleValue();
        assertThat(border).isBetween(0.55, 0.61);
        assertThat(partitions.get(0).get("last_page_y_end").doubleValue()).isEqualTo(border);
        assertThat(partitions.get(0).get("first_page_y_start").doubleValue()).isZero();
        assertThat(partitions.get(1).get("last_page_y_end").doubleValue()).isOne();
    }

    @Test
    void a_value_that_comes_again_is_one_partition_with_all_its_pages() {
        PdfPaper stack = new PdfPaper();
        for (String patient : List.of("Ada Byron", "Mary Shelley", "Ada Byron")) {
            stack.page().text(BOLD, 20, 50, 70, "LAB REPORT").text(50, 110, "Patient: " + patient);
        }
        ObjectNode request = Sorting.request("subdocuments", "a.pdf", stack.bytes(), "lab report", "invoice");
        ((ObjectNode) request.at("/subdocuments/0")).put("partition_key", "patient");
        JsonNode partitions = SORTING.body(Endpoint.DOCUMENTS_SPLIT, request).at("/splits/0/partitions");
        assertThat(partitions).extracting(Sorting::pages).containsExactly(List.of(1, 3), List.of(2));
    }

    @Test
    void a_key_that_is_not_on_the_pages_divides_nothing() {
        ObjectNode request = Sorting.request("subdocuments", "a.txt", Sorting.text("Invoice\n\n5 EUR"), "invoice");
        ((ObjectNode) request.at("/subdocuments/0")).put("partition_key", "patient");
        assertThat(SORTING.body(Endpoint.DOCUMENTS_SPLIT, request).at("/splits/0/partitions"))
                .isEmpty();
    }

    @Test
    void a_consensus_has_as_many_equal_votes_and_costs_as_much() {
        ObjectNode request = Sorting.request("subdocuments", "a.txt", Sorting.text("Invoice\fContract"), NAMES);
        JsonNode body = SORTING.body(Endpoint.DOCUMENTS_SPLIT, request.put("n_consensus", 3));
        assertThat(body.at("/splits/1/votes"))
                .hasSize(3)
                .allSatisfy(vote -> assertThat(Sorting.pages(vote)).containsExactly(2));
        assertThat(body.at("/usage/page_count").intValue()).isEqualTo(2);
        assertThat(body.at("/usage/credits").decimalValue()).isEqualByComparingTo("6");
    }

    @RepeatedTest(25)
    void whatever_the_pages_say_each_belongs_to_exactly_one_part_in_order(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] words = {"INVOICE", "Page 1 of 2", "Page 2 of 2", "contract", "Dear Ada,", "4711", "", "delivery note"
        };
        List<String> pages = new ArrayList<>();
        int count = 1 + random.nextInt(20);
        for (int page = 0; page < count; page++) {
            StringBuilder text = new StringBuilder("x\n");
            random.ints(random.nextInt(5), 0, words.length)
                    .forEach(word -> text.append(words[word]).append('\n'));
            pages.add(text.toString());
        }
        JsonNode body = SORTING.divided("a.txt", Sorting.text(String.join("\f", pages)), NAMES);
        List<Integer> all = new ArrayList<>();
        body.get("splits").forEach(split -> {
            assertThat(split.get("name").textValue()).isIn((Object[]) NAMES);
            assertThat(Sorting.pages(split)).isNotEmpty();
            all.addAll(Sorting.pages(split));
        });
        assertThat(all)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, pages.size()).boxed().toList());
    }
}
