package dev.docket.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.functional.local.PdfPaper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each endpoint that jobs are made for, in the package, and what describes them. */
class EveryEndpointIT {
    private static final Sample INVOICE = Sample.of("invoice.pdf", "application/pdf", invoice());
    private static final Sample FORM = Sample.of("form.pdf", "application/pdf", form());
    private static final JsonObject SCHEMA = new JsonObject("{\"type\":\"object\",\"properties\":{"
            + "\"invoice_number\":{\"type\":[\"string\",\"null\"]},"
            + "\"total_amount\":{\"type\":[\"number\",\"null\"]}}}");

    @TempDir
    static Path directory;

    private static PackageJobs jobs;

    @BeforeAll
    static void start() {
        jobs = PackageJobs.start(directory);
    }

    @AfterAll
    static void stop() {
        try {
            jobs.assertNoComplaintIsLogged();
        } finally {
            jobs.close();
        }
    }

    /** A native binary prepares it at the first call. */
    @ParameterizedTest
    @CsvSource({"json, application/json, \"/v1/jobs\"", "yaml, application/yaml, /v1/jobs:"})
    void the_document_of_the_api_is_served(String format, String type, String path) {
        HttpResponse<String> document = jobs.page("/q/openapi?format=" + format);

        assertThat(document.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(document.body()).contains(path);
    }

    @Test
    void extract_finds_what_the_schema_asks_for() {
        JsonObject request = PackageJobs.request(INVOICE).put("json_schema", SCHEMA);

        assertExtracted(jobs.completed("/v1/documents/extract", request));
    }

    @Test
    void parse_returns_the_text() {
        JsonObject parsed = jobs.completed("/v1/documents/parse", PackageJobs.request(INVOICE));

        assertThat(parsed.getString("text")).contains("INV-2026-0042");
    }

    @Test
    void split_says_which_pages_are_what() {
        JsonObject request = PackageJobs.request(INVOICE).put("subdocuments", PackageJobs.names("invoice", "contract"));

        JsonArray splits = jobs.completed("/v1/documents/split", request).getJsonArray("splits");
        assertThat(splits.getJsonObject(0).getString("name")).isEqualTo("invoice");
    }

    @Test
    void classify_says_what_the_document_is() {
        JsonObject request = PackageJobs.request(INVOICE).put("categories", PackageJobs.names("invoice", "contract"));

        JsonObject result = jobs.completed("/v1/documents/classify", request).getJsonObject("result");
        assertThat(result.getString("classification")).isEqualTo("invoice");
    }

    @Test
    void a_schema_is_generated_from_documents() {
        JsonObject request = new JsonObject()
                .put("documents", new JsonArray().add(PackageJobs.document(INVOICE)))
                .put("model", "retab-small");

        assertThat(jobs.completed("/v1/schemas/generate", request)
                        .getJsonObject("json_schema")
                        .getJsonObject("properties")
                        .isEmpty())
                .isFalse();
    }

    @Test
    void a_form_is_filled() {
        JsonObject request = PackageJobs.request(FORM).put("instructions", "Name: Ada");

        assertFilled(jobs.completed("/v1/edit/agent/fill", request));
    }

    @Test
    void a_template_is_generated_kept_and_filled() {
        JsonObject generated = jobs.completed("/v1/edit/templates/generate", PackageJobs.request(FORM));
        JsonArray fields = generated.getJsonObject("form_schema").getJsonArray("form_fields");
        JsonObject template = jobs.post(
                "/v1/edit/templates",
                new JsonObject()
                        .put("name", "application")
                        .put("document", PackageJobs.document(FORM))
                        .put("form_fields", fields));

        JsonObject request = new JsonObject()
                .put("template_id", template.getString("id"))
                .put("instructions", "Name: Ada")
                .put("model", "retab-small");
        assertFilled(jobs.completed("/v1/edit/templates/fill", request));
    }

    @Test
    void a_project_extracts() {
        JsonObject project = new JsonObject()
                .put("name", "invoices")
                .put("json_schema", SCHEMA)
                .put("model", "retab-small");
        String id = jobs.post("/v1/projects", project).getString("id");
        jobs.post("/v1/projects/" + id + "/publish", new JsonObject());

        JsonObject request = new JsonObject().put("project_id", id).put("document", PackageJobs.document(INVOICE));
        assertExtracted(jobs.completed("/v1/projects/extract", request));
    }

    private static void assertExtracted(JsonObject body) {
        JsonObject parsed = body.getJsonArray("choices")
                .getJsonObject(0)
                .getJsonObject("message")
                .getJsonObject("parsed");
        assertThat(parsed.getString("invoice_number")).isEqualTo("INV-2026-0042");
        assertThat(parsed.getDouble("total_amount")).isEqualTo(26.5);
    }

    private static void assertFilled(JsonObject body) {
        assertThat(body.getJsonObject("filled_document").getString("url")).startsWith("data:application/pdf;base64,");
        assertThat(body.getJsonArray("form_data").encode()).contains("\"value\":\"Ada\"");
    }

    private static byte[] invoice() {
        return new PdfPaper()
                .page()
                .text(PdfPaper.BOLD, 14, 50, 50, "Invoice")
                .text(50, 80, "Invoice number: INV-2026-0042")
                .text(50, 100, "Total amount: EUR 26.50")
                .bytes();
    }

    /** A form that is only drawn. */
    private static byte[] form() {
        return new PdfPaper()
                .page()
                .text(50, 50, "Application")
                .text(50, 100, "Name:")
                .line(90, 102, 300, 102)
                .text(50, 130, "City:")
                .line(90, 132, 300, 132)
                .bytes();
    }
}
