package dev.docket.functional.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.docket.endpoint.ParseJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one way in which JSON of others is parsed. */
class ParseJsonTest {
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(3).build();
    private static final String LONG = "12345678901234567890.12345678901234567890123";

    private final ParseJson values = ParseJson.ofValues(LIMITS);
    private final ParseJson written = ParseJson.asWritten(LIMITS);

    @ParameterizedTest
    @ValueSource(strings = {"1E99999999999", "[-1E-99999999999]", "{\"a\": 1.5e99999999999}"})
    void a_number_that_nobody_can_hold_is_told_as_all_that_is_wrong_with_a_text(String text) throws IOException {
        assertThatThrownBy(() -> values.tree(text)).isInstanceOf(ParseJson.NumberBeyond.class);
        try (JsonParser parser = written.open(text)) {
            assertThatThrownBy(() -> written.value(parser))
                    .isInstanceOf(JsonProcessingException.class)
                    .isInstanceOf(ParseJson.NumberBeyond.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "[1,]", "NaN"})
    void what_is_no_json_is_told(String text) {
        assertThatThrownBy(() -> values.tree(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void limits_are_kept() {
        assertThatThrownBy(() -> values.tree("[[[[]]]]")).isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void an_empty_text_has_no_value() throws IOException {
        assertThat(values.tree(" ").isMissingNode()).isTrue();
    }

    @Test
    void numbers_keep_their_digits() throws IOException {
        assertThat(values.tree(LONG).decimalValue()).isEqualTo(LONG);
        assertThat(values.tree("1.50").asText()).isEqualTo("1.5");
        assertThat(written.tree("1.50").asText()).isEqualTo("1.50");
    }

    /** Of a text of which only a part is looked at, what stands behind it is none of the parser's business. */
    @Test
    void the_value_that_a_parser_has_come_to_is_read_and_no_more() throws IOException {
        byte[] bytes = "{\"a\": {\"b\": 1.0}} {".getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = values.open(new ByteArrayInputStream(bytes))) {
            parser.nextToken();
            assertThat(values.value(parser).at("/a/b").isNumber()).isTrue();
        }
    }
}
