package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.PostgresResource;
import dev.docket.functional.template.LocalTemplates;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates as the clients of one organization make, read, change, copy, fill and delete them. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(LocalTemplates.class)
class TemplateContractTest {
    private static final String TEMPLATES = "/v1/edit/templates";
    private static final String UNKNOWN = "edittplt_V1StGXR8_Z5jdHi6B-myT";
    private static final String FIELD = field("full_name", "Full name", "0.25");

    @TestHTTPResource("/")
    URI base;

    private JobApi api;

    @BeforeEach
    void have_an_organization() {
        api = new JobApi(base);
    }

    @Test
    void a_template_is_answered_with_its_fields_and_the_beginning_of_its_document() {
        JsonObject made = create("Membership", form(), FIELD);

        assertThat(made.getString("id")).matches("edittplt_[A-Za-z0-9_-]{21}");
        assertThat(made.getString("name")).isEqualTo("Membership");
        assertThat(made.getInteger("field_count")).isEqualTo(1);
        assertThat(made.getJsonArray("form_fields")).isEqualTo(new JsonArray("[" + FIELD + "]"));
        assertThat(made.getString("organization_id")).isEqualTo(api.organization());
        assertThat(made.getString("created_at")).matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
        JsonObject file = made.getJsonObject("file");
        assertThat(file.getString("id")).matches("file_[0-9a-f]{16}");
        assertThat(file.getString("filename")).isEqualTo("form.pdf");
        assertThat(file.getString("mime_type")).isEqualTo("application/pdf");
        assertThat(file.getString("url"))
                .startsWith("data:application/pdf;base64,JVBERi")
                .hasSizeLessThanOrEqualTo(1000);
        assertThat(whole(made).getJsonObject("file").getString("url")).isEqualTo(url(form()));
    }

    @Test
    void a_change_touches_what_it_names() {
        JsonObject made = create("A", form(), FIELD);
        String id = made.getString("id");

        JsonObject renamed = patch(id, "{\"name\":\"B\"}");
        assertThat(renamed.getString("name")).isEqualTo("B");
        assertThat(renamed.getJsonArray("form_fields")).isEqualTo(made.getJsonArray("form_fields"));

        JsonObject emptied = patch(id, "{\"form_fields\":[]}");
        assertThat(emptied.getString("name")).isEqualTo("B");
        assertThat(emptied.getInteger("field_count")).isZero();
        assertThat(emptied.getJsonObject("file")).isEqualTo(made.getJsonObject("file"));
    }

    @Test
    void a_copy_has_the_same_document_and_fields_and_a_name_of_its_own() {
        JsonObject made = create("A", form(), FIELD);

        JsonObject copy = JobApi.okay(api.post(TEMPLATES + "/" + made.getString("id") + "/duplicate"));
        JsonObject named =
                JobApi.okay(api.postBody(TEMPLATES + "/" + made.getString("id") + "/duplicate", "{\"name\":\"C\"}"));

        assertThat(copy.getString("id")).isNotEqualTo(made.getString("id"));
        assertThat(copy.getString("name")).isEqualTo("A (copy)");
        assertThat(named.getString("name")).isEqualTo("C");
        assertThat(copy.getJsonArray("form_fields")).isEqualTo(made.getJsonArray("form_fields"));
        assertThat(whole(copy).getJsonObject("file")).isEqualTo(whole(made).getJsonObject("file"));
    }

    @Test
    void a_deleted_template_is_gone_and_cannot_be_deleted_again() {
        String id = create("A", form(), FIELD).getString("id");

        assertThat(JobApi.okay(api.call("DELETE", TEMPLATES + "/" + id)))
                .isEqualTo(new JsonObject().put("success", true).put("id", id));
        JobApi.refused(api.call("DELETE", TEMPLATES + "/" + id), 404, "template_not_found");
        JobApi.refused(api.get(TEMPLATES + "/" + id), 404, "template_not_found");
        JobApi.refused(api.callBody("PATCH", TEMPLATES + "/" + id, "{}"), 404, "template_not_found");
        JobApi.refused(api.post(TEMPLATES + "/" + id + "/duplicate"), 404, "template_not_found");
    }

    @Test
    void pages_hold_every_template_once_in_both_orders_and_ways() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, create("T" + i, form(), FIELD).getString("id"));
        }

        JsonObject first = page("limit=3");
        JsonObject rest = page("limit=3&after=" + after(first));
        JsonObject back =
                page("limit=3&before=" + rest.getJsonObject("list_metadata").getString("before"));
        JsonObject oldest = page("limit=5&order=asc");

        assertThat(JobApi.ids(first)).isEqualTo(made.subList(0, 3));
        assertThat(first.getBoolean("has_more")).isTrue();
        assertThat(JobApi.ids(rest)).isEqualTo(made.subList(3, 5));
        assertThat(after(rest)).isNull();
        assertThat(JobApi.ids(back)).isEqualTo(made.subList(0, 3));
        assertThat(JobApi.ids(oldest)).containsExactly(made.get(4), made.get(3), made.get(2), made.get(1), made.get(0));
        assertThat(page("limit=10&order=desc&include_embeddings=false&sort_by=created_at")
                        .getJsonArray("data"))
                .hasSize(5);
        assertThat(page("filename=FORM").getJsonArray("data")).hasSize(5);
        assertThat(page("filename=other").getJsonArray("data")).isEmpty();
        for (String query : List.of("limit=0", "after=x", "after=" + UNKNOWN, "name=x", "mime_type=image/png")) {
            JobApi.refused(api.get(TEMPLATES + "?" + query), 422, "invalid_request");
        }
    }

    @Test
    void another_organizations_template_is_not_there() {
        String id = create("A", form(), FIELD).getString("id");
        JobApi stranger = new JobApi(base);

        JobApi.refused(stranger.get(TEMPLATES + "/" + id), 404, "template_not_found");
        JobApi.refused(stranger.call("DELETE", TEMPLATES + "/" + id), 404, "template_not_found");
        JobApi.refused(stranger.callBody("PATCH", TEMPLATES + "/" + id, "{\"name\":\"B\"}"), 404, "template_not_found");
        JobApi.refused(stranger.post(TEMPLATES + "/" + id + "/duplicate"), 404, "template_not_found");
        JobApi.refused(stranger.get(TEMPLATES + "?after=" + id), 422, "invalid_request");
        JobApi.refused(stranger.createAt("/v1/edit/templates/fill", fill(id), null), 404, "template_not_found");
        assertThat(stranger.get(TEMPLATES).body()).contains("\"data\":[]");
        JobApi.refused(new Calls(base).get(TEMPLATES), 401, "unauthorized");
        assertThat(whole(new JsonObject().put("id", id)).getString("name")).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "edittplt_", "job_V1StGXR8_Z5jdHi6B-myT", "%00", UNKNOWN})
    void an_odd_id_is_404(String id) {
        JobApi.refused(api.get(TEMPLATES + "/" + id), 404, "template_not_found");
        JobApi.refused(api.call("DELETE", TEMPLATES + "/" + id), 404, "template_not_found");
    }

    @Test
    void what_is_wrong_with_a_template_is_told() {
        String document = "\"document\":{\"filename\":\"form.pdf\",\"url\":\"" + url(form()) + "\"}";
        for (String body : List.of(
                "{}",
                "{\"name\":\"\"," + document + ",\"form_fields\":[]}",
                "{\"name\":\"a\\u0000b\"," + document + ",\"form_fields\":[]}",
                "{\"name\":\"a\"," + document + "}",
                "{\"name\":\"a\"," + document + ",\"form_fields\":[" + FIELD + "," + FIELD + "]}",
                "{\"name\":\"a\"," + document + ",\"form_fields\":[" + field("k", "d", "0.9") + "]}",
                "{\"name\":\"a\"," + document + ",\"form_fields\":[" + FIELD.replace("0.42", "0") + "]}",
                "{\"name\":\"a\"," + document + ",\"form_fields\":[" + FIELD.replace("\"text\"", "\"date\"") + "]}",
                "{\"name\":\"a\"," + document + ",\"form_fields\":[" + FIELD.replace("full_name", "\\ud800") + "]}",
                "{\"name\":\"a\",\"document\":{\"filename\":\"a.png\",\"url\":\"data:image/png;base64,AAAA\"},\"form_fields\":[]}",
                "{\"name\":\"a\",\"document\":{\"filename\":\"a.pdf\",\"url\":\"data:application/pdf;base64,A*\"},\"form_fields\":[]}")) {
            JobApi.refused(api.postBody(TEMPLATES, body), 422, "invalid_request");
        }
        JobApi.refused(api.postBody(TEMPLATES, "{"), 400, "malformed_json");
        JobApi.refused(api.postBody(TEMPLATES, ""), 422, "invalid_request");
        JobApi.refused(
                api.postBody(TEMPLATES, body("a", new byte[LocalTemplates.LARGEST + 1], "")), 422, "invalid_request");
        assertThat(page("limit=10").getJsonArray("data")).isEmpty();
    }

    @Test
    void an_organization_keeps_no_more_templates_than_it_may() {
        String id = null;
        for (int i = 0; i < LocalTemplates.MOST; i++) {
            id = create("T" + i, form(), FIELD).getString("id");
        }
        JobApi.refused(api.postBody(TEMPLATES, body("more", form(), FIELD)), 409, "templates_quota");
        JobApi.refused(api.post(TEMPLATES + "/" + id + "/duplicate"), 409, "templates_quota");
        JobApi.okay(api.call("DELETE", TEMPLATES + "/" + id));
        create("again", form(), FIELD);
    }

    @Test
    void a_template_is_filled_by_a_job_and_by_a_direct_call_of_both_kinds() throws IOException {
        String id = create("Membership", form(), FIELD).getString("id");
        for (String endpoint : List.of("/v1/edit/templates/fill", "/v1/edit/agent/fill")) {
            String job = JobApi.okay(api.createAt(endpoint, fill(id), null)).getString("id");
            JsonObject ended = api.untilFinal(job);
            assertThat(ended.getString("status")).as(ended.encode()).isEqualTo("completed");
            isFilled(endpoint, ended.getJsonObject("response").getJsonObject("body"));

            isFilled(endpoint, JobApi.okay(api.postBody(endpoint, fill(id))));
        }
    }

    @Test
    void a_generated_template_can_be_stored_and_filled() throws IOException {
        String document = "{\"document\":{\"filename\":\"form.pdf\",\"url\":\"" + url(form()) + "\"}}";
        JsonObject generated = JobApi.okay(api.postBody("/v1/edit/templates/generate", document));
        assertThat(AnswerShape.faults("/v1/edit/templates/generate", new ObjectMapper().readTree(generated.encode())))
                .isEmpty();
        assertThat(generated.getInteger("field_count")).isEqualTo(1);
        JsonArray fields = generated.getJsonObject("form_schema").getJsonArray("form_fields");
        String stored = fields.getJsonObject(0).encode();

        String id = create("Generated", form(), stored).getString("id");

        isFilled("/v1/edit/templates/fill", JobApi.okay(api.postBody("/v1/edit/templates/fill", fill(id))));
    }

    @Test
    void a_template_that_is_not_there_is_refused_when_the_job_is_made() {
        for (String endpoint : List.of("/v1/edit/templates/fill", "/v1/edit/agent/fill")) {
            for (String id : List.of(UNKNOWN, "x", "")) {
                JobApi.refused(api.createAt(endpoint, fill(id), null), 404, "template_not_found");
                JobApi.refused(api.postBody(endpoint, fill(id)), 404, "template_not_found");
            }
        }
        assertThat(api.page("limit=10").getJsonArray("data")).isEmpty();
    }

    @Test
    void a_template_that_was_deleted_before_the_work_began_fails_its_job() {
        String id = create("A", form(), FIELD).getString("id");
        String job = JobApi.okay(api.createAt("/v1/edit/templates/fill", fill(id), null, "Idempotency-Key", "k1"))
                .getString("id");
        api.untilFinal(job);
        JobApi.okay(api.call("DELETE", TEMPLATES + "/" + id));

        // The same call again is answered with its job, though it could not be made now.
        assertThat(JobApi.okay(api.createAt("/v1/edit/templates/fill", fill(id), null, "Idempotency-Key", "k1"))
                        .getString("id"))
                .isEqualTo(job);
        JobRows.execute(
                "update job set status = 'failed', response_status = null, response_bucket = null, response_bytes = null,"
                        + " error_code = 'processor_failed', error_message = 'x' where id = ?",
                job);
        JobApi.okay(api.post("/v1/jobs/" + job + "/retry"));
        JsonObject ended = api.untilFinal(job);
        assertThat(ended.getString("status")).isEqualTo("failed");
        assertThat(ended.getJsonObject("error").getString("code")).isEqualTo("template_not_found");
    }

    private static void isFilled(String endpoint, JsonObject body) throws IOException {
        assertThat(AnswerShape.faults(endpoint, new ObjectMapper().readTree(body.encode())))
                .isEmpty();
        assertThat(body.getJsonArray("form_data").getJsonObject(0).getString("value"))
                .isEqualTo("Ada Lovelace");
        String filled = body.getJsonObject("filled_document").getString("url");
        byte[] bytes = Base64.getDecoder().decode(filled.substring(filled.indexOf(',') + 1));
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Ada Lovelace");
        }
    }

    private JsonObject create(String name, byte[] document, String fields) {
        return JobApi.okay(api.postBody(TEMPLATES, body(name, document, fields)));
    }

    private JsonObject patch(String id, String body) {
        return JobApi.okay(api.callBody("PATCH", TEMPLATES + "/" + id, body));
    }

    private JsonObject whole(JsonObject template) {
        return JobApi.okay(api.get(TEMPLATES + "/" + template.getString("id")));
    }

    private JsonObject page(String query) {
        return JobApi.okay(api.get(TEMPLATES + "?" + query));
    }

    private static String after(JsonObject page) {
        return page.getJsonObject("list_metadata").getString("after");
    }

    private static String body(String name, byte[] document, String fields) {
        return "{\"name\":\"" + name + "\",\"document\":{\"filename\":\"form.pdf\",\"url\":\"" + url(document)
                + "\"},\"form_fields\":[" + fields + "]}";
    }

    private static String field(String key, String description, String left) {
        return "{\"key\":\"" + key + "\",\"description\":\"" + description
                + "\",\"type\":\"text\",\"value\":null,\"bbox\":{\"left\":" + left
                + ",\"top\":0.11,\"width\":0.42,\"height\":0.02,\"page\":1}}";
    }

    private static String fill(String template) {
        return "{\"template_id\":\"" + template + "\",\"instructions\":\"full name: Ada Lovelace\"}";
    }

    private static String url(byte[] document) {
        return "data:application/pdf;base64," + Base64.getEncoder().encodeToString(document);
    }

    private static byte[] form() {
        try (PDDocument pdf = new PDDocument()) {
            // The same bytes at each call.
            pdf.setDocumentId(1L);
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                content.newLineAtOffset(50, 690);
                content.showText("Full name:");
                content.endText();
                content.addRect(150, 684, 250, 18);
                content.stroke();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
