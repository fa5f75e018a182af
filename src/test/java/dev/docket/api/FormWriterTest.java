package dev.docket.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The members of a request that come from the fields of a form. */
class FormWriterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12345678901234567890.12345678901234567890 | 12345678901234567890.12345678901234567890",
                "{\"maximum\": 1e400} | {\"maximum\": 1e400}",
                "True | true",
                "fast | \"fast\"",
                "2 of them | \"2 of them\"",
                "1E99999999999 | \"1E99999999999\""
            })
    void a_member_is_what_its_text_says_digit_by_digit_or_else_text(String text, String json) {
        FormWriter form = new FormWriter(100);

        form.value("member", text);

        assertThat(new String(form.end().toBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"member\":" + json + "}");
    }
}
