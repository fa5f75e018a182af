package dev.docket.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillRequestTest {
    private static final ProjectTerms TERMS = new ProjectTerms(new LinkedHashMap<>(Map.of("model", "\"small\"")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00a7',
            value = {
                "{} | {\"model\":\"small\"}",
                "{\"project_id\":\"p\",\"iteration_id\":null} | {\"model\":\"small\"}",
                "{\"model\":\"mine\",\"project_id\":\"p\"} | {\"model\":\"mine\"}",
                "{\"model\":null} | {\"model\":\"small\"}",
                "{\"project_id\":\"p\",\"document\":{\"url\" : \"data:,\",\"n\":1.50}} |"
                        + " {\"document\":{\"url\" : \"data:,\",\"n\":1.50},\"model\":\"small\"}",
                "{\"a\":\"\\u0000\\\"x\",\"b\":[1, 2],\"c\":1e3,\"d\":true} |"
                        + " {\"a\":\"\\u0000\\\"x\",\"b\":[1, 2],\"c\":1e3,\"d\":true,\"model\":\"small\"}"
            })
    void a_request_keeps_what_it_says_and_gets_the_rest_of_its_project(String request, String filled)
            throws IOException {
        assertThat(text(FillRequest.own(payload(request)).with(TERMS))).isEqualTo(filled);
    }

    @Test
    void the_project_and_its_iteration_are_told() throws IOException {
        FillRequest.Own own = FillRequest.own(payload("{\"project_id\":\"p\",\"iteration_id\":\"i\"}"));

        assertThat(own.project()).isEqualTo("p");
        assertThat(own.iteration()).isTrue();
        assertThat(FillRequest.own(payload("{\"iteration_id\":null}")).iteration())
                .isFalse();
    }

    private static Payload payload(String text) {
        return Payload.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Payload payload) {
        return new String(payload.toBytes(), StandardCharsets.UTF_8);
    }
}
