package dev.docket.functional.endpoint;

import static dev.docket.functional.endpoint.Checking.check;
import static dev.docket.functional.endpoint.Checking.paths;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestModelsTest {
    static List<SdkRequests.Sample> samples() {
        return SdkRequests.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_request_of_every_client_generation_is_good(SdkRequests.Sample sample) {
        assertThat(check(sample.endpoint(), sample.request()).faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unknown_fields_are_ignored(SdkRequests.Sample sample) {
        ObjectNode request = sample.request();
        request.put("from_the_future", 1).putObject("nested").put("url", 5);
        assertThat(check(sample.endpoint(), request).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENTS_EXTRACT, document", "DOCUMENTS_EXTRACT, json_schema", "DOCUMENTS_EXTRACT, model",
        "DOCUMENTS_PARSE, document", "DOCUMENTS_SPLIT, document", "DOCUMENTS_CLASSIFY, document",
        "DOCUMENTS_CLASSIFY, categories", "SCHEMAS_GENERATE, documents", "EDIT_AGENT_FILL, instructions",
        "EDIT_TEMPLATES_FILL, template_id", "EDIT_TEMPLATES_FILL, instructions", "EDIT_TEMPLATES_GENERATE, document",
        "PROJECTS_EXTRACT, project_id"
    })
    void a_required_field_that_is_missing_or_null_is_one_fault(Endpoint endpoint, String field) {
        ObjectNode missing = SdkRequests.good(endpoint);
        missing.remove(field);
        ObjectNode isNull = SdkRequests.good(endpoint);
        isNull.putNull(field);
        assertThat(check(endpoint, missing).faults())
                .singleElement()
                .returns("request." + field, Fault::path)
                .satisfies(fault -> assertThat(fault.got()).startsWith("nothing"));
        assertThat(check(endpoint, isNull).faults())
                .singleElement()
                .returns("request." + field, Fault::path)
                .returns("null", Fault::got);
    }

    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void an_empty_object_lacks_something_at_every_endpoint(Endpoint endpoint) {
        assertThat(check(endpoint, "{}").faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.got()).isIn("nothing", "none of them"));
    }

    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void only_an_object_is_a_request(Endpoint endpoint) {
        for (String other : List.of("null", "[]", "[{}]", "\"text\"", "7", "1e400", "true")) {
            assertThat(paths(check(endpoint, other))).containsExactly("request");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENTS_EXTRACT, image_resolution_dpi, 96, 300", "DOCUMENTS_PARSE, image_resolution_dpi, 96, 300",
        "SCHEMAS_GENERATE, image_resolution_dpi, 96, 300", "PROJECTS_EXTRACT, image_resolution_dpi, 96, 300",
        "DOCUMENTS_SPLIT, n_consensus, 1, 8", "DOCUMENTS_EXTRACT, temperature, 0, 2",
        "DOCUMENTS_EXTRACT, n_consensus, 1, 2147483647", "DOCUMENTS_CLASSIFY, first_n_pages, 1, 2147483647"
    })
    void a_number_is_good_to_its_bounds_and_not_beyond(Endpoint endpoint, String field, long low, long high) {
        for (long good : new long[] {low, high}) {
            assertThat(check(endpoint, with(endpoint, field, "" + good)).faults())
                    .isEmpty();
        }
        for (String bad : List.of("" + (low - 1), "" + (high + 1), "1e400", "-1e400", "9".repeat(900))) {
            assertThat(paths(check(endpoint, with(endpoint, field, bad)))).containsExactly("request." + field);
        }
    }

    @Test
    void a_whole_number_may_be_written_as_a_float_but_not_as_text() {
        Endpoint parse = Endpoint.DOCUMENTS_PARSE;
        assertThat(check(parse, with(parse, "image_resolution_dpi", "192.0")).faults())
                .isEmpty();
        assertThat(check(parse, with(parse, "image_resolution_dpi", "1.92E2")).faults())
                .isEmpty();
        for (String bad : List.of("192.5", "\"192\"", "true", "[192]")) {
            assertThat(check(parse, with(parse, "image_resolution_dpi", bad)).faults())
                    .singleElement()
                    .returns("an integer from 96 to 300", Fault::expected);
        }
    }

    @Test
    void only_true_and_false_are_flags() {
        for (String bad : List.of("1", "0", "\"true\"", "null", "{}")) {
            assertThat(paths(check(Endpoint.DOCUMENTS_EXTRACT, with(Endpoint.DOCUMENTS_EXTRACT, "stream", bad))))
                    .containsExactly("request.stream");
        }
    }

    @Test
    void consensus_is_not_tied_to_temperature() {
        ObjectNode request = SdkRequests.good(Endpoint.DOCUMENTS_EXTRACT);
        request.put("temperature", 0).put("n_consensus", 4);
        assertThat(check(Endpoint.DOCUMENTS_EXTRACT, request).faults()).isEmpty();
    }

    @Test
    void a_table_format_is_one_of_the_published_words() {
        assertThat(check(Endpoint.DOCUMENTS_PARSE, with(Endpoint.DOCUMENTS_PARSE, "table_parsing_format", "\"HTML\""))
                        .faults())
                .containsExactly(
                        new Fault("request.table_parsing_format", "one of markdown, yaml, html, json", "\"HTML\""));
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENTS_SPLIT, subdocuments, categories, true",
        "EDIT_AGENT_FILL, document, template_id, true",
        "PROJECTS_EXTRACT, document, documents, false"
    })
    void of_alternative_fields_one_is_needed(Endpoint endpoint, String one, String other, boolean exclusive) {
        ObjectNode both = SdkRequests.good(endpoint);
        for (SdkRequests.Sample sample : SdkRequests.all()) {
            if (sample.endpoint() == endpoint && sample.request().hasNonNull(other)) {
                both.set(other, sample.request().get(other));
            }
            if (sample.endpoint() == endpoint && sample.request().hasNonNull(one)) {
                both.set(one, sample.request().get(one));
            }
        }
        ObjectNode neither = both.deepCopy();
        neither.remove(List.of(one, other));
        assertThat(paths(check(endpoint, neither))).containsExactly("request");
        assertThat(check(endpoint, both).faults()).hasSize(exclusive ? 1 : 0);
    }

    @Test
    void lists_that_cannot_be_worked_with_when_empty_need_an_entry() {
        assertThat(check(Endpoint.DOCUMENTS_CLASSIFY, with(Endpoint.DOCUMENTS_CLASSIFY, "categories", "[]"))
                        .faults())
                .containsExactly(new Fault("request.categories", "an array of 1 or more", "an empty array"));
        assertThat(paths(check(Endpoint.DOCUMENTS_SPLIT, with(Endpoint.DOCUMENTS_SPLIT, "categories", "[]"))))
                .containsExactly("request.categories");
        assertThat(paths(check(Endpoint.SCHEMAS_GENERATE, with(Endpoint.SCHEMAS_GENERATE, "documents", "[]"))))
                .containsExactly("request.documents");
    }

    private static String with(Endpoint endpoint, String field, String json) {
        try {
            ObjectNode request = SdkRequests.good(endpoint);
            request.remove(field);
            String text = SdkRequests.JSON.writeValueAsString(request);
            return text.substring(0, text.length() - 1) + ",\"" + field + "\":" + json + "}";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
