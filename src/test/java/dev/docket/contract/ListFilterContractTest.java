package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every filter of the list, on jobs created through the API, so that what is filtered by is what was sent. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ListFilterContractTest {
    private static final String URL = "\"url\":\"data:text/plain;base64,aGk=\"";

    @TestHTTPResource("/")
    URI base;

    private JobApi api;
    private JobRows rows;
    private final Map<String, String> ids = new HashMap<>();

    @BeforeEach
    void have_an_organization() {
        api = new JobApi(base);
        rows = api.rows();
    }

    @Test
    void status_is_the_one_that_is_shown() {
        List<String> all =
                List.of("validating", "queued", "in_progress", "completed", "failed", "cancelled", "expired");
        all.forEach(status -> ids.put(status, rows.put(status)));
        rows.expire(ids.get("expired"));
        for (String status : all) {
            assertThat(api.ids("status=" + status)).as(status).containsExactly(ids.get(status));
        }
        rows.expire(ids.get("completed"));
        assertThat(api.ids("status=completed")).isEmpty();
        assertThat(api.ids("status=expired")).containsExactly(ids.get("expired"), ids.get("completed"));
    }

    @Test
    void id_goes_by_two_names() {
        String id = rows.put("queued");
        rows.put("queued");
        assertThat(api.ids("id=" + id)).containsExactly(id);
        assertThat(api.ids("job_id=" + id)).containsExactly(id);
        assertThat(api.ids("id=" + new JobApi(base).rows().put("queued"))).isEmpty();
    }

    @Test
    void endpoint_model_and_file_types() {
        create("pdf", "/v1/documents/parse", documentRequest("a.pdf", ",\"model\":\"retab-large\""), null);
        String extract = documentRequest("B.DOCX", ",\"model\":\"retab-small\",\"json_schema\":{}");
        create("docx", "/v1/documents/extract", extract, null);
        String documents = "[{\"filename\":\"one.png\"," + URL + "},{\"filename\":\"two.pdf\"," + URL + "}]";
        create("many", "/v1/schemas/generate", "{\"documents\":" + documents + "}", null);

        assertListed("endpoint=/v1/documents/parse", "pdf");
        assertListed("endpoint=%2Fv1%2Fschemas%2Fgenerate", "many");
        assertListed("model=retab-large", "pdf");
        assertListed("model=retab");
        assertListed("document_type=pdf", "many", "pdf");
        assertListed("document_type=docx&document_type=png", "many", "docx");
        assertListed("document_type=docx,PNG", "many", "docx");
        assertListed("document_type=docx%2C+pdf&document_type=csv", "many", "docx", "pdf");
        assertListed("document_type=csv");
    }

    @Test
    void filenames_by_pattern_and_by_part() {
        create("invoice", "/v1/documents/parse", documentRequest("Invoice (2026) 01.pdf", ""), null);
        create("percent", "/v1/documents/parse", documentRequest("100%_a.pdf", ""), null);
        create("unicode", "/v1/documents/parse", documentRequest("r\u00e9sum\u00e9.txt", ""), null);

        assertListed("filename_contains=" + encoded("%_"), "percent");
        assertListed("filename_contains=" + encoded("(2026)"), "invoice");
        assertListed("filename_contains=invoice");
        assertListed("filename_contains=" + encoded("\u00e9s"), "unicode");
        assertListed("filename_contains=", "unicode", "percent", "invoice");
        assertListed("filename_regex=" + encoded("e (2026)"), "invoice");
        assertListed("filename_regex=" + encoded("^Invoice [(]20[0-9][0-9][)]"), "invoice");
        assertListed("filename_regex=" + encoded("^(100|r)"), "unicode", "percent");
        assertListed("filename_regex=" + encoded("^...........$"));
        assertListed("filename_regex=" + encoded("^..........$"), "unicode", "percent");
        assertListed("filename_regex=+", "unicode", "percent", "invoice");
    }

    @Test
    void source_project_and_workflow() {
        create("api", "/v1/documents/parse", documentRequest("a.txt", ""), null);
        create("project", "/v1/projects/extract", documentRequest("a.txt", ",\"project_id\":\"proj_1\""), null);
        create(
                "workflow",
                "/v1/documents/parse",
                documentRequest("a.txt", ""),
                "{\"workflow_id\":\"w1\",\"workflow_node_id\":\"n1\",\"block_id\":\"b1\"}");
        create(
                "node",
                "/v1/documents/parse",
                documentRequest("a.txt", ""),
                "{\"workflow_id\":\"w2\",\"node_id\":\"n2\",\"workflow_block_id\":\"b2\"}");

        assertListed("source=api", "api");
        assertListed("source=project", "project");
        assertListed("source=workflow", "node", "workflow");
        assertListed("source=workflow&workflow_id=w2", "node");
        assertListed("project_id=proj_1", "project");
        assertListed("project_id=proj");
        assertListed("workflow_id=w1", "workflow");
        assertListed("workflow_node_id=n1", "workflow");
        assertListed("workflow_node_id=n2", "node");
        assertListed("workflow_block_id=b2", "node");
        assertListed("block_id=b1", "workflow");
    }

    @Test
    void days_are_utc_and_both_inclusive() {
        createdAt("last moment before", "2026-01-04 23:59:59.999999+00");
        createdAt("first moment", "2026-01-05 00:00:00+00");
        createdAt("late in the west", "2026-01-05 18:00:00-05");
        createdAt("last moment", "2026-01-06 23:59:59.999999+00");
        createdAt("first moment after", "2026-01-07 00:00:00+00");

        assertListed("from_date=2026-01-05&to_date=2026-01-06", "last moment", "late in the west", "first moment");
        assertListed("from_date=2026-01-05&to_date=2026-01-05", "late in the west", "first moment");
        assertListed("from_date=2026-01-07", "first moment after");
        assertListed("to_date=2026-01-04", "last moment before");
    }

    @Test
    void metadata_in_every_spelling_of_the_clients() {
        create(
                "both",
                "/v1/documents/parse",
                documentRequest("a.txt", ""),
                "{\"batch_id\":\"batch_001\",\"name\":\"caf\u00e9 \\ud83d\\ude00\"}");
        create("one", "/v1/documents/parse", documentRequest("a.txt", ""), "{\"batch_id\":\"batch_001\"}");
        create("none", "/v1/documents/parse", documentRequest("a.txt", ""), null);

        assertListed("metadata=" + encoded("{\"batch_id\":\"batch_001\"}"), "one", "both");
        String python = "{\"name\": \"caf\\u00e9 \\ud83d\\ude00\", \"batch_id\": \"batch_001\"}";
        assertListed("metadata=" + encoded(python), "both");
        assertListed("metadata=" + encoded("{\"name\":\"caf\u00e9 \ud83d\ude00\"}"), "both");
        assertListed(
                "metadata=" + encoded("{\"name\":\"caf\u00e9 \ud83d\ude00\"}").replace("+", "%20"), "both");
        assertListed("metadata=" + encoded("{\"batch_id\":\"batch_00\"}"));
        assertListed("metadata=" + encoded("{\"batch_id\":\"batch_001\",\"name\":\"x\"}"));
        assertListed("metadata=%7B%7D", "none", "one", "both");
    }

    @Test
    void filters_narrow_together_and_never_reach_another_organization() {
        new JobApi(base).create(documentRequest("a.txt", ""), "{\"k\":\"v\"}");
        create("mine", "/v1/documents/parse", documentRequest("a.txt", ""), "{\"k\":\"v\"}");
        create("other name", "/v1/documents/parse", documentRequest("b.txt", ""), "{\"k\":\"v\"}");
        String metadata = "metadata=" + encoded("{\"k\":\"v\"}");
        assertListed(metadata + "&filename_contains=a.&document_type=txt&source=api", "mine");
    }

    private void create(String name, String endpoint, String request, String metadata) {
        ids.put(name, JobApi.okay(api.createAt(endpoint, request, metadata)).getString("id"));
    }

    private void createdAt(String name, String time) {
        String id = rows.put("queued");
        rows.change(id, "created_at = '" + time + "'");
        rows.changeFacts(id, "created_at = '" + time + "'");
        ids.put(name, id);
    }

    private void assertListed(String query, String... names) {
        List<String> expected = List.of(names).stream().map(ids::get).toList();
        assertThat(api.ids(query)).as(query).isEqualTo(expected);
    }

    private static String documentRequest(String filename, String more) {
        return "{\"document\":{\"filename\":\"" + filename + "\"," + URL + "}" + more + "}";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
