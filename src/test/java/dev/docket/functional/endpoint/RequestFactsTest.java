package dev.docket.functional.endpoint;

import static dev.docket.functional.endpoint.Checking.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.DocumentTypes;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.RequestFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestFactsTest {
    @Test
    void model_project_and_filenames_are_taken_as_sent() {
        assertThat(facts("""
                {"project_id": "proj_1", "model": "retab-large", "documents": [
                  {"filename": "a.PDF", "url": "data:a/b;base64,AA"}, {"filename": "b.tar.gz", "url": "x"},
                  {"filename": "c.pdf"}, {"filename": "d.jpeg "}, {"filename": "pdf"}, {"filename": ""}]}"""))
                .isEqualTo(new RequestFacts(
                        "retab-large",
                        "proj_1",
                        List.of("a.PDF", "b.tar.gz", "c.pdf", "d.jpeg ", "pdf"),
                        List.of("pdf", "jpeg")));
    }

    @Test
    void what_was_not_sent_is_not_made_up() {
        RequestFacts nothing = new RequestFacts(null, null, List.of(), List.of());
        assertThat(facts("{}")).isEqualTo(nothing);
        assertThat(facts("{\"model\": 5, \"project_id\": null, \"documents\": {}}"))
                .isEqualTo(nothing);
        assertThat(facts("{\"model\": \"\", \"project_id\": \"\\u0000\"}")).isEqualTo(nothing);
    }

    @Test
    void a_project_id_counts_at_endpoints_that_do_not_read_it() {
        String request = "{\"project_id\": \"proj_9\", \"document.filename\": \"no.pdf\", \"documents\": [1]}";
        assertThat(check(Endpoint.DOCUMENTS_PARSE, request).facts())
                .isEqualTo(new RequestFacts(null, "proj_9", List.of(), List.of()));
    }

    @Test
    void text_that_postgresql_cannot_hold_is_mended_in_the_facts() {
        assertThat(facts("""
                {"model": "a\\u0000b", "project_id": "p\\ud800q", "documents": [
                  {"filename": "\\u0000x\\udc00\\ud83d\\ude00.p\\u0000df"}]}"""))
                .isEqualTo(new RequestFacts("ab", "p\uFFFDq", List.of("x\uFFFD\uD83D\uDE00.pdf"), List.of("pdf")));
    }

    @Test
    void escapes_and_every_width_of_utf8_are_resolved() {
        String name = "a\"\\/\b\f\n\r\t\u00e9\u20ac\uD83D\uDE00\u4f60.txt";
        ObjectNode request = SdkRequests.JSON.createObjectNode().put("model", name);
        assertThat(check(Endpoint.DOCUMENTS_PARSE, request).facts().model()).isEqualTo(name);
        assertThat(facts("{\"model\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\u20ac\"}")
                        .model())
                .isEqualTo("\"\\/\b\f\n\r\t\u00e9\u20ac");
    }

    @Test
    void facts_are_bounded_and_never_cut_a_character_in_two() {
        String longName = "x" + "\uD83D\uDE00".repeat(5_000) + ".pdf";
        ObjectNode request = SdkRequests.JSON.createObjectNode().put("model", longName);
        ArrayNode documents = request.putArray("documents");
        for (int i = 0; i < 200; i++) {
            documents.addObject().put("filename", longName);
        }
        RequestFacts facts = check(Endpoint.PROJECTS_EXTRACT, request).facts();
        assertThat(facts.model()).hasSize(255).endsWith("\uD83D\uDE00");
        assertThat(facts.filenames())
                .hasSize(64)
                .allSatisfy(name -> assertThat(name).hasSize(1023));
    }

    @Test
    void the_last_escape_of_a_bounded_head_may_be_cut_without_harm() {
        for (int pad = 0; pad < 6; pad++) {
            String model = "y".repeat(pad) + "\\u0041".repeat(2_000);
            assertThat(facts("{\"model\": \"" + model + "\"}").model()).hasSize(256);
        }
    }

    @Test
    void every_published_document_type_is_known_by_its_extension() {
        assertThat(DocumentTypes.all()).hasSize(45).isSorted().doesNotHaveDuplicates();
        assertThat(DocumentTypes.all())
                .allSatisfy(type ->
                        assertThat(DocumentTypes.ofFilename("A b." + type)).contains(type));
        assertThat(DocumentTypes.ofFilename("a.exe")).isEmpty();
        assertThat(DocumentTypes.ofFilename("pdf")).isEmpty();
        assertThat(DocumentTypes.ofFilename("a.pdf.")).isEmpty();
    }

    private static RequestFacts facts(String json) {
        return check(Endpoint.PROJECTS_EXTRACT, json).facts();
    }
}
