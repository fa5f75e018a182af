package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.functional.project.LocalProjects;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Extractions that name a project and have its schema and settings. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(LocalProjects.class)
class ExtractInProjectTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXTRACT = "/v1/projects/extract";
    private static final String UNKNOWN = "proj_V1StGXR8_Z5jdHi6B-myT";
    private static final String BOUNDARY = "----5f7d";

    @TestHTTPResource
    URI base;

    private JobApi api;

    @BeforeEach
    void have_an_organization() {
        api = new JobApi(base);
    }

    @Test
    void a_job_has_the_schema_and_the_model_of_its_project_and_an_answer_that_every_client_reads() throws IOException {
        String project = project("invoice_number", "retab-large");
        JobApi.okay(api.post("/v1/projects/" + project + "/publish"));
        JobApi.okay(
                api.callBody("PATCH", "/v1/projects/" + project, "{\"json_schema\":{\"properties\":{\"other\":{}}}}"));

        String request = "{\"project_id\":\"" + project + "\",\"document\":" + invoice() + ",\"n_consensus\":2}";
        JsonObject job =
                api.untilFinal(JobApi.okay(api.createAt(EXTRACT, request, null)).getString("id"));

        assertThat(job.getString("status")).as(job.encode()).isEqualTo("completed");
        assertThat(job.getJsonObject("request")).isEqualTo(new JsonObject(request));
        JsonObject body = job.getJsonObject("response").getJsonObject("body");
        assertThat(body.getString("model")).isEqualTo("retab-large");
        assertThat(body.getJsonArray("choices")).hasSize(3);
        assertThat(parsed(body).fieldNames()).containsExactly("invoice_number");
        assertThat(parsed(body).getString("invoice_number")).isNotBlank();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JSON.readTree(Path.of("src/test/resources/answers/documents-extract.json")
                                .toFile()))
                        .validate(tree(body)))
                .isEmpty();
    }

    @Test
    void what_the_request_says_itself_goes_before_what_the_project_says() throws IOException {
        String project = project("invoice_number", "retab-large");
        String request = "{\"model\":\"retab-micro\",\"project_id\":\"" + project
                + "\",\"extraction_id\":\"mine \\\"1\\\"\",\"document\":" + invoice() + ",\"iteration_id\":null}";

        JsonObject answer = JobApi.okay(api.postBody(EXTRACT, request));

        assertThat(answer.getString("model")).isEqualTo("retab-micro");
        assertThat(answer.getString("extraction_id")).isEqualTo("mine \"1\"");
    }

    @Test
    void several_documents_are_read_as_one() {
        String project = project("total", "retab-small");
        String request = "{\"project_id\":\"" + project + "\",\"documents\":[" + text("Number: 12") + ","
                + text("Total: 34.50") + "]}";

        JsonObject answer = JobApi.okay(api.postBody(EXTRACT, request));

        assertThat(parsed(answer).getString("total")).isEqualTo("34.50");
        assertThat(answer.getJsonObject("usage").getInteger("page_count")).isEqualTo(2);
    }

    @Test
    void a_project_that_is_not_there_is_refused_at_once() {
        String theirs = new ProjectOf(new JobApi(base)).make();
        for (String project : new String[] {UNKNOWN, theirs, "proj_1", ""}) {
            String request = "{\"project_id\":\"" + project + "\",\"document\":" + text("hello") + "}";
            JobApi.refused(api.createAt(EXTRACT, request, null), 404, "project_not_found");
            JobApi.refused(api.postBody(EXTRACT, request), 404, "project_not_found");
        }
        JobApi.refused(form(UNKNOWN, part("document", "a.txt", "text/plain", "hello")), 404, "project_not_found");
        assertThat(api.ids("limit=1")).isEmpty();
    }

    @Test
    void a_repeated_call_finds_its_job_though_the_project_has_gone() {
        String project = project("total", "retab-small");
        String request = "{\"project_id\":\"" + project + "\",\"document\":" + text("Total: 1") + "}";
        String job = JobApi.okay(api.createAt(EXTRACT, request, null, "Idempotency-Key", "k"))
                .getString("id");
        api.untilFinal(job);
        JobApi.okay(api.call("DELETE", "/v1/projects/" + project));

        HttpResponse<String> again = api.createAt(EXTRACT, request, null, "Idempotency-Key", "k");

        assertThat(JobApi.okay(again).getString("id")).isEqualTo(job);
        JobApi.refused(api.createAt(EXTRACT, request, null, "Idempotency-Key", "l"), 404, "project_not_found");
    }

    @Test
    void a_project_that_is_deleted_before_the_work_begins_fails_the_job() {
        String project = project("total", "retab-small");
        String request = "{\"project_id\":\"" + project + "\",\"document\":" + text("Total: 1") + "}";
        String job = JobApi.okay(api.createAt(EXTRACT, request, null)).getString("id");
        api.untilFinal(job);
        JobApi.okay(api.call("DELETE", "/v1/projects/" + project));
        JobRows.change(
                "update job set status = 'failed', error_code = 'x', error_message = 'x', response_bucket = null,"
                        + " response_bytes = null, response_status = null where id = ?",
                job);

        JobApi.okay(api.post("/v1/jobs/" + job + "/retry"));

        JsonObject failed = api.untilFinal(job);
        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getJsonObject("error").getString("code")).isEqualTo("project_not_found");
    }

    @Test
    void an_iteration_is_refused_since_projects_have_none() {
        String project = project("total", "retab-small");
        String path = project + "/iter_1";

        JobApi.refused(form(path, part("document", "a.txt", "text/plain", "hello")), 422, "request_invalid");
    }

    @Test
    void a_form_is_the_same_as_the_request_it_stands_for() throws IOException {
        String project = project("invoice_number", "retab-small");
        byte[] sample = Files.readAllBytes(Path.of("docs", "samples", "invoice.pdf"));
        String file = part(
                "document", "Rechnung \u00e4.pdf", "application/pdf", new String(sample, StandardCharsets.ISO_8859_1));
        String fields = part("metadata", null, null, "{\"batch\": \"march\"}")
                + part("n_consensus", null, null, "2")
                + part("store", null, null, "True")
                + part("temperature", null, null, "0.5");

        HttpResponse<String> answer = form(project, fields + file);

        JsonObject body = JobApi.okay(answer);
        assertThat(parsed(body).getString("invoice_number")).isNotBlank();
        JsonObject request = api.job(
                        answer.headers().firstValue("Docket-Job-Id").orElseThrow())
                .getJsonObject("request");
        assertThat(request.getString("project_id")).isEqualTo(project);
        assertThat(request.getJsonObject("metadata")).isEqualTo(new JsonObject("{\"batch\":\"march\"}"));
        assertThat(request.getInteger("n_consensus")).isEqualTo(2);
        assertThat(request.getBoolean("store")).isTrue();
        JsonObject document = request.getJsonObject("document");
        assertThat(document.getString("filename")).isEqualTo("Rechnung \u00e4.pdf");
        assertThat(Base64.getDecoder()
                        .decode(document.getString("url").substring("data:application/pdf;base64,".length())))
                .isEqualTo(sample);
    }

    @Test
    void a_form_with_several_files_is_one_request() {
        String project = project("total", "retab-small");

        HttpResponse<String> answer = form(
                project,
                part("documents", "a.txt", "text/plain", "Number: 12")
                        + part("documents", "b.txt", "text/plain", "Total: 34.50"));

        assertThat(parsed(JobApi.okay(answer)).getString("total")).isEqualTo("34.50");
    }

    @Test
    void a_form_that_does_not_fit_is_refused() {
        String project = project("total", "retab-small");
        String file = part("document", "a.txt", "text/plain", "Total: 1");

        JobApi.refused(form(project, ""), 422, "invalid_request");
        JobApi.refused(form(project, part("model", null, null, "x")), 422, "invalid_request");
        JobApi.refused(form(project, part("n_consensus", null, null, "many") + file), 422, "invalid_request");
        JobApi.refused(form(project, part("metadata", null, null, "{\"a\":1}") + file), 422, "invalid_request");
        JobApi.refused(api.postBody(EXTRACT + "/" + project, "{}"), 415, "unsupported_media_type");
        HttpResponse<String> cut = api.postForm(
                EXTRACT + "/" + project,
                BOUNDARY,
                file.substring(0, file.length() - 4).getBytes(StandardCharsets.UTF_8));
        JobApi.refused(cut, 400, "malformed_form");
    }

    private String project(String field, String model) {
        return new ProjectOf(api).make(field, model);
    }

    /** Makes projects of an organization. */
    private record ProjectOf(JobApi api) {
        String make() {
            return make("total", "retab-small");
        }

        String make(String field, String model) {
            String schema = "{\"type\":\"object\",\"properties\":{\"" + field + "\":{\"type\":[\"string\",\"null\"]}}}";
            String body = "{\"name\":\"a\",\"json_schema\":" + schema + ",\"inference_settings\":{\"model\":\"" + model
                    + "\"}}";
            return JobApi.okay(api.postBody("/v1/projects", body)).getString("id");
        }
    }

    private HttpResponse<String> form(String path, String parts) {
        byte[] body = (parts + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        if (parts.contains("%PDF")) {
            body = mixed(parts);
        }
        return api.postForm(EXTRACT + "/" + path, BOUNDARY, body);
    }

    /** Heads in UTF-8 and the bytes of the file, which stand in the text as Latin-1. */
    private static byte[] mixed(String parts) {
        int file = parts.indexOf("%PDF");
        byte[] head = parts.substring(0, file).getBytes(StandardCharsets.UTF_8);
        byte[] rest = (parts.substring(file) + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    private static String part(String name, String filename, String type, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (filename == null ? "" : "; filename=\"" + filename + "\"\r\nContent-Type: " + type) + "\r\n\r\n"
                + content + "\r\n";
    }

    private static JsonObject parsed(JsonObject answer) {
        return answer.getJsonArray("choices")
                .getJsonObject(0)
                .getJsonObject("message")
                .getJsonObject("parsed");
    }

    private static JsonNode tree(JsonObject object) throws IOException {
        return JSON.readTree(object.encode());
    }

    private static String text(String content) {
        return "{\"filename\":\"a.txt\",\"url\":\"data:text/plain;base64,"
                + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }

    private static String invoice() throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("docs", "samples", "invoice.pdf"));
        return "{\"filename\":\"invoice.pdf\",\"url\":\"data:application/pdf;base64,"
                + Base64.getEncoder().encodeToString(sample) + "\"}";
    }
}
