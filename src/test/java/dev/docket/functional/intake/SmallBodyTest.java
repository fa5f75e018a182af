package dev.docket.functional.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.api.CancelBody;
import dev.docket.api.EmptyOrObjectBody;
import dev.docket.api.ProblemException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallBodyTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "{ }", "{\"reason\":null}", "{\"only_if_queued\":false}"})
    void a_cancel_needs_no_body(String body) {
        assertThat(CancelBody.read(Cut.whole(body))).isEqualTo(new CancelBody(null, false));
    }

    @Test
    void a_cancel_may_give_a_reason_and_a_condition() {
        CancelBody call = CancelBody.read(Cut.whole("{\"only_if_queued\":true,\"reason\":\"too late é\"}"));
        assertThat(call).isEqualTo(new CancelBody("too late é", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|422",
                "null|422",
                "1|422",
                "{\"why\":1}|422",
                "{\"reason\":1}|422",
                "{\"reason\":\"\\u0000\"}|422",
                "{\"reason\":\"\\udfff\"}|422",
                "{\"only_if_queued\":\"true\"}|422",
                "{\"only_if_queued\":null}|422",
                "{|400",
                "{}{}|400",
                "x|400",
                "{\"reason\":\"a\",\"reason\":\"b\"}|400"
            })
    void anything_else_is_refused(String body, int status) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> CancelBody.read(Cut.whole(body)));
        assertThat(refusal.problem().status()).isEqualTo(status);
    }

    @Test
    void a_reason_has_at_most_512_characters() {
        assertThat(CancelBody.read(Cut.whole("{\"reason\":\"" + "😀".repeat(512) + "\"}"))
                        .reason())
                .hasSize(1024);
        String long513 = "{\"reason\":\"" + "x".repeat(513) + "\"}";
        assertThat(catchThrowableOfType(ProblemException.class, () -> CancelBody.read(Cut.whole(long513))))
                .hasMessageContaining("got 513 characters");
    }

    @Test
    void a_retry_takes_nothing() {
        assertThat(EmptyOrObjectBody.read(Cut.whole("{}"), Set.of())).isEmpty();
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> EmptyOrObjectBody.read(Cut.whole("{\"a\":1}"), Set.of())))
                .hasMessageContaining("no members");
    }
}
