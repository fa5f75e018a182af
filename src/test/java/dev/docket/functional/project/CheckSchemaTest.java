package dev.docket.functional.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.project.CheckSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged of a schema when it is given to a project is what an extraction will judge of it. */
class CheckSchemaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"number\",\"enum\":[1E400]",
                "\"type\":\"number\",\"const\":-1E400",
                "\"type\":\"number\",\"minimum\":1E400,\"multipleOf\":1E-400",
                "\"type\":\"number\",\"default\":1E400",
                "\"type\":\"integer\",\"enum\":[1E1000000]"
            })
    void a_number_beyond_those_of_the_machine_is_one(String keywords) {
        assertThat(CheckSchema.fault("{\"type\":\"object\",\"properties\":{\"total\":{" + keywords + "}}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E99999999999", "-1E-99999999999"})
    void a_number_that_nobody_can_hold_is_a_fault_of_the_schema(String number) {
        assertThat(CheckSchema.fault("{\"type\":\"object\",\"properties\":{\"total\":{\"type\":\"number\",\"enum\":["
                        + number + "]}}}"))
                .isPresent();
    }
}
