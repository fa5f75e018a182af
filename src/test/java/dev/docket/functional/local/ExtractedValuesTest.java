package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractedValuesTest {
    private static final Extracting EXTRACTING = new Extracting();

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.234,56 €      | 1234.56
            € 1.234,56      | 1234.56
            1,234.56        | 1234.56
            1 234,56 EUR    | 1234.56
            1\u00a0234,56   | 1234.56
            CHF 12'345.60   | 12345.60
            CHF12’345.60    | 12345.60
            $1,234,567.89   | 1234567.89
            12,34,567.50    | 1234567.50
            -12,50          | -12.50
            (1,250.00)      | -1250.00
            (EUR 7.10)      | -7.10
            (now 12.50)     | 12.50
            EUR -7.10       | -7.10
            12,50-          | -12.50
            0,125           | 0.125
            1.000.000       | 1000000
            42              | 42
            """)
    void numbers_are_read_however_they_are_written(String written, String value) {
        assertThat(EXTRACTING
                        .value("Total: " + written, "total", "{'type':'number'}")
                        .decimalValue())
                .isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"'Preis: 12,50', 1.234, 1234", "Price: 12.50, '1,234', 1234", "Price: 12.50, 1.234, 1.234"})
    void what_can_be_read_in_two_ways_is_read_as_the_rest_of_the_document(String other, String written, String value) {
        assertThat(EXTRACTING
                        .value(other + "\nTotal: " + written, "total", "{'type':'number'}")
                        .decimalValue())
                .isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 March 2026
            March 3, 2026
            March 3rd, 2026
            Mar 3 2026
            3rd of March 2026
            03-Mar-2026
            03.03.2026
            3.3.26
            2026-03-03
            2026/03/03
            20260303
            03/03/2026
            3. März 2026
            le 3 mars 2026
            3 de marzo de 2026
            3 marzo 2026
            Tuesday, 3 March 2026
            Dienstag, den 03.03.2026
            2026年3月3日
            """)
    void dates_are_read_however_they_are_written(String written) {
        assertThat(EXTRACTING
                        .value("Date: " + written, "date", "{'type':'string','format':'date'}")
                        .textValue())
                .isEqualTo("2026-03-03");
    }

    @Test
    void an_ambiguous_date_is_read_as_the_others_of_the_document() {
        String date = "{'type':'string','format':'date'}";
        assertThat(EXTRACTING
                        .value("Date: 03/04/2026\nSent: 12/25/2025", "date", date)
                        .textValue())
                .isEqualTo("2026-03-04");
        assertThat(EXTRACTING
                        .value("Date: 03/04/2026\nSent: 25/12/2025", "date", date)
                        .textValue())
                .isEqualTo("2026-04-03");
        for (String american : new String[] {"Total: $ 5.00", "Total: 5.00 USD", "Austin, TX 73301"}) {
            assertThat(EXTRACTING
                            .value("Date: 03/04/2026\n" + american, "date", date)
                            .textValue())
                    .isEqualTo("2026-03-04");
        }
    }

    @Test
    void a_time_without_a_zone_counts_as_utc_and_a_date_without_a_time_as_midnight() {
        String moment = "{'type':'string','format':'date-time'}";
        assertThat(EXTRACTING.value("Start: 2026-03-03 14:05", "start", moment).textValue())
                .isEqualTo("2026-03-03T14:05:00Z");
        assertThat(EXTRACTING
                        .value("Start: March 3, 2026 2:05 pm", "start", moment)
                        .textValue())
                .isEqualTo("2026-03-03T14:05:00Z");
        assertThat(EXTRACTING
                        .value("Start: 03.03.2026, 14:05 Uhr", "start", moment)
                        .textValue())
                .isEqualTo("2026-03-03T14:05:00Z");
        assertThat(EXTRACTING
                        .value("Start: 2026-03-03T14:05:09+02:00", "start", moment)
                        .textValue())
                .isEqualTo("2026-03-03T14:05:09+02:00");
        assertThat(EXTRACTING.value("Start: 3 March 2026", "start", moment).textValue())
                .isEqualTo("2026-03-03T00:00:00Z");
    }

    @Test
    void a_date_that_is_asked_for_without_a_format_stays_as_it_is_written() {
        assertThat(EXTRACTING
                        .value("Date: 3. März 2026", "date", "{'type':'string'}")
                        .textValue())
                .isEqualTo("3. März 2026");
        assertThat(EXTRACTING
                        .value("Date: 3. März 2026", "date", "{'type':'string','description':'As YYYY-MM-DD'}")
                        .textValue())
                .isEqualTo("2026-03-03");
    }

    @ParameterizedTest
    @CsvSource({
        "Active: yes, true",
        "Active: Nein, false",
        "Active: oui, true",
        "[x] Active, true",
        "☐ Active, false",
        "Active: ☑, true"
    })
    void yes_and_no_are_read_in_words_and_in_boxes(String written, boolean value) {
        assertThat(EXTRACTING.value(written, "active", "{'type':'boolean'}").booleanValue())
                .isEqualTo(value);
    }

    @Test
    void a_share_becomes_a_fraction_where_the_schema_has_no_more_than_one() {
        String text = "VAT rate: 19 %";
        assertThat(EXTRACTING.value(text, "vat_rate", "{'type':'number'}").decimalValue())
                .isEqualByComparingTo("19");
        assertThat(EXTRACTING
                        .value(text, "vat_rate", "{'type':'number','maximum':1}")
                        .decimalValue())
                .isEqualByComparingTo("0.19");
    }

    @Test
    void a_share_in_a_label_is_the_rate_of_what_it_names() {
        JsonNode result = EXTRACTING.result("VAT 19 %: 9.50\nTotal: 59.50", """
                {'type': 'object', 'properties': {'vat_rate': {'type': 'number'}, 'vat_amount': {'type': 'number'}}}""");
        assertThat(result).isEqualTo(Extracting.json("{'vat_rate': 19, 'vat_amount': 9.50}"));
    }

    @Test
    void an_amount_of_money_is_no_tax_number() {
        assertThat(EXTRACTING
                        .value("VAT: 123,456.50", "vat_id", "{'type':'string'}")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void one_of_a_few_words_is_found_by_its_meaning_in_another_language_too() {
        String choice = "{'enum':['delivery','invoice','quote']}";
        assertThat(EXTRACTING.value("Category: Rechnung", "category", choice).textValue())
                .isEqualTo("invoice");
        assertThat(EXTRACTING.value("Category: DELIVERY", "category", choice).textValue())
                .isEqualTo("delivery");
        assertThat(EXTRACTING
                        .value("Category: nothing of that", "category", choice)
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void of_boxes_in_a_row_the_ticked_one_is_the_choice() {
        String ticket = "{'enum':['student','regular','vip']}";
        String text = "Ticket:  [ ] Student   [x] Regular   [ ] VIP";
        assertThat(EXTRACTING.value(text, "ticket", ticket).textValue()).isEqualTo("regular");
        assertThat(EXTRACTING
                        .value("Ticket: [ ] Student [X] VIP [ ] Regular", "ticket", ticket)
                        .textValue())
                .isEqualTo("vip");
    }

    @Test
    void a_unit_in_the_name_of_a_property_need_not_stand_in_the_label() {
        JsonNode result = EXTRACTING.result("Height: 310 mm\nVoltage: 230 V\nDuration: 8 hours", """
                {'type': 'object', 'properties': {'height_mm': {'type': 'integer'}, 'voltage_v': {'type': 'number'},
                 'duration_hours': {'type': 'integer'}}}""");
        assertThat(result).isEqualTo(Extracting.json("{'height_mm': 310, 'voltage_v': 230, 'duration_hours': 8}"));
    }

    @Test
    void a_time_of_day_behind_a_year_is_no_phone_number() {
        assertThat(EXTRACTING
                        .value("Sent 9 Mar 2026 08:15, call +44 117 496 0123", "phone", "{'type':'string'}")
                        .textValue())
                .isEqualTo("+44 117 496 0123");
    }

    @Test
    void values_with_a_form_of_their_own_need_no_label() {
        String text = "Hello\nwrite to ada@example.org or see https://example.org/a?b=1\n"
                + "DE02 1203 0000 0000 2020 51\n3fa85f64-5717-4562-b3fc-2c963f66afa6";
        JsonNode result = EXTRACTING.result(text, """
                {'type': 'object', 'properties': {'contact_email': {'type': 'string', 'format': 'email'},
                 'homepage': {'type': 'string', 'format': 'uri'}, 'iban': {'type': 'string'},
                 'request_id': {'type': 'string', 'format': 'uuid'}}}""");
        assertThat(result).isEqualTo(Extracting.json("""
                {'contact_email': 'ada@example.org', 'homepage': 'https://example.org/a?b=1',
                 'iban': 'DE02 1203 0000 0000 2020 51', 'request_id': '3fa85f64-5717-4562-b3fc-2c963f66afa6'}"""));
    }

    @Test
    void a_pattern_picks_the_part_of_the_text_that_fits_it() {
        assertThat(EXTRACTING
                        .value(
                                "Reference: our file AB-1234 of March",
                                "reference",
                                "{'type':'string','pattern':'^[A-Z]{2}-[0-9]{4}$'}")
                        .textValue())
                .isEqualTo("AB-1234");
    }

    @Test
    void a_code_that_looks_like_the_examples_is_found_without_its_label() {
        assertThat(EXTRACTING
                        .value(
                                "Dear all,\nplease see RX-2026/77 of today",
                                "file",
                                "{'type':'string','examples':['AB-2025/12']}")
                        .textValue())
                .isEqualTo("RX-2026/77");
    }
}
