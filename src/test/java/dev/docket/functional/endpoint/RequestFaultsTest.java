package dev.docket.functional.endpoint;

import static dev.docket.functional.endpoint.Checking.check;
import static dev.docket.functional.endpoint.Checking.paths;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFaultsTest {
    private static final String SECRET = "VGhpcyBpcyB0aGUgY29udGVudA";

    @Test
    void every_fault_is_reported_in_document_order() {
        assertThat(check(Endpoint.DOCUMENTS_SPLIT, json("""
                        {'document': {'filename': 7, 'url': 'data:a/b;base64,'},
                         'subdocuments': [{'name': 'a'}, {'description': 1}, 'x', {'name': null, 'partition_key': []}],
                         'n_consensus': 9, 'model': {}, 'context': false}""")).faults())
                .containsExactly(
                        new Fault("request.document.filename", "a string", "7"),
                        new Fault(
                                "request.document.url",
                                "base64 bytes after the comma",
                                "nothing after data:a/b;base64,"),
                        new Fault("request.subdocuments[1].description", "a string", "1"),
                        new Fault("request.subdocuments[1].name", "a string", "nothing"),
                        new Fault("request.subdocuments[2]", "an object", "a string"),
                        new Fault("request.subdocuments[3].name", "a string", "null"),
                        new Fault("request.subdocuments[3].partition_key", "a string", "an array"),
                        new Fault("request.n_consensus", "an integer from 1 to 8", "9"),
                        new Fault("request.model", "a string", "an object"),
                        new Fault("request.context", "a string", "false"));
    }

    @Test
    void faults_deep_in_lists_and_maps_name_their_place() {
        ObjectNode request = SdkRequests.good(Endpoint.DOCUMENTS_EXTRACT);
        request.set("metadata", SdkRequests.object("{'a': 'x', 'b': 1, 'c': null, 'd': {'e': []}}"));
        request.putArray("additional_messages").addObject().put("role", "robot");
        assertThat(paths(check(Endpoint.DOCUMENTS_EXTRACT, request)))
                .containsExactlyInAnyOrder(
                        "request.metadata.b",
                        "request.metadata.c",
                        "request.metadata.d",
                        "request.additional_messages[0].role");
    }

    @Test
    void no_more_than_a_hundred_faults_are_listed() {
        ObjectNode request = SdkRequests.good(Endpoint.SCHEMAS_GENERATE);
        for (int i = 0; i < 10_000; i++) {
            request.withArray("documents").add(i);
        }
        assertThat(check(Endpoint.SCHEMAS_GENERATE, request).faults()).hasSize(100);
    }

    @Test
    void a_remote_url_is_told_that_documents_are_sent_inline() {
        assertThat(parse("https://user:pass@example.com/a.pdf?sig=" + SECRET))
                .satisfies(fault -> assertThat(fault.expected())
                        .isEqualTo("data:<mime>;base64,<bytes>; documents are sent inline, remote URLs are not fetched"
                                + " unless the operator allows it by docket.documents.fetch.allowed"))
                .returns("a URL of the scheme https", Fault::got);
    }

    @Test
    void the_form_with_content_and_mime_type_is_told_the_right_form() {
        assertThat(check(Endpoint.DOCUMENTS_PARSE, json("""
                        {'document': {'content': '%s', 'mime_type': 'text/plain'}}""".formatted(SECRET))).faults())
                .hasSize(2)
                .contains(new Fault(
                        "request.document.url",
                        "a data URL, data:<mime>;base64,<bytes> "
                                + "(a document is {filename, url}, not {content, mime_type})",
                        "nothing, but content, mime_type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "data:",
                "data:,",
                "data:;base64,VGhpcw",
                "data:text/plain,VGhpcw",
                "data:text/plain;base64",
                "data:text;base64,VGhpcw",
                "DATA:text/plain;base64,VGhpcw",
                "JVBERi0xLjQK",
                "text/plain;base64,VGhpcw",
                " data:text/plain;base64,VGhpcw",
                "data:text/plain;base64;charset=utf-8,VGhpcw"
            })
    void a_url_that_is_not_a_base64_data_url_is_a_fault(String url) {
        assertThat(parse(url).path()).isEqualTo("request.document.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:text/plain;base64,VGhpcw==",
                "data:text/plain;charset=utf-8;base64,VGhpcw",
                "data:application/vnd.openxmlformats-officedocument.wordprocessingml.document;base64,UEs",
                "data:image/svg+xml;base64,PHN2"
            })
    void a_base64_data_url_is_good(String url) {
        ObjectNode request = SdkRequests.good(Endpoint.DOCUMENTS_PARSE);
        request.withObject("document").put("url", url);
        assertThat(check(Endpoint.DOCUMENTS_PARSE, request).faults()).isEmpty();
    }

    @Test
    void a_data_url_with_escaped_slashes_is_good() {
        String request = "{'document': {'filename': 'a', 'url': 'data:text\\/plain\\u003bbase64,VGhpcw'}}";
        assertThat(check(Endpoint.DOCUMENTS_PARSE, json(request)).faults()).isEmpty();
    }

    @Test
    void no_fault_shows_a_documents_content_wherever_it_was_put() {
        String dataUrl = "data:text/plain;base64," + SECRET;
        String longText = SECRET.repeat(10);
        List<String> requests = List.of(
                "{'document': '%s'}".formatted(longText),
                "{'document': '%s'}".formatted(SECRET),
                "{'document': '%s'}".formatted(dataUrl),
                "{'document': ['%s']}".formatted(dataUrl),
                "{'document': {'filename': ['%1$s'], 'url': '%1$s'}}".formatted(SECRET),
                "{'document': {'filename': 'a', 'url': ' %s'}}".formatted(dataUrl),
                "{'document': {'filename': 'a', 'url': {'x': '%s'}}}".formatted(dataUrl),
                "{'document': {'filename': 'a', 'url': 'data:%s'}}".formatted(SECRET),
                "{'document': {'filename': 'a', 'url': 'data:text/plain,%s'}}".formatted(SECRET),
                "{'table_parsing_format': '%s', 'image_resolution_dpi': '%s'}".formatted(dataUrl, longText));
        for (String request : requests) {
            assertThat(check(Endpoint.DOCUMENTS_PARSE, json(request)).faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("VGhpcyBp"));
        }
    }

    @Test
    void what_was_found_is_shortened() {
        assertThat(check(Endpoint.DOCUMENTS_PARSE, json("{'model': " + "1".repeat(700) + "}"))
                        .faults())
                .allSatisfy(fault -> assertThat(fault.got().length()).isLessThanOrEqualTo(80));
    }

    @Test
    void a_known_field_that_stands_twice_is_a_fault_because_readers_differ_on_which_counts() {
        String request = "{'template_id': 'a', 'instructions': 'x', 'template_id': 'b', 'other': 1, 'other': 2}";
        assertThat(check(Endpoint.EDIT_TEMPLATES_FILL, json(request)).faults())
                .containsExactly(new Fault("request.template_id", "the field once", "the field twice"));
    }

    private static Fault parse(String url) {
        ObjectNode request = SdkRequests.good(Endpoint.DOCUMENTS_PARSE);
        request.withObject("document").put("url", url);
        List<Fault> faults = check(Endpoint.DOCUMENTS_PARSE, request).faults();
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
