package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document calls that answer directly. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class DirectCallContractTest {
    private static final String PARSE = "/v1/documents/parse";

    @TestHTTPResource
    URI base;

    private JobApi api;

    @BeforeEach
    void call_as_a_new_organization() {
        api = new JobApi(base);
    }

    @Test
    void a_direct_call_answers_what_its_job_brought_byte_for_byte() {
        HttpResponse<String> answer = api.postBody(PARSE, ServiceClient.textDocument("hello world"));

        assertThat(JobApi.okay(answer).getString("text")).isEqualTo("hello world");
        String id = answer.headers().firstValue("Docket-Job-Id").orElseThrow();
        JsonObject job = api.job(id);
        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(api.get("/v1/jobs/" + id).body()).contains("\"body\":" + answer.body());
    }

    @Test
    void an_extract_is_answered_where_the_python_clients_send_it_too() {
        String request = "{\"model\":\"m\",\"json_schema\":{\"type\":\"object\",\"properties\":{\"total\":"
                + "{\"type\":[\"string\",\"null\"]}}},"
                + ServiceClient.textDocument("Total: 7").substring(1);

        HttpResponse<String> answer = api.postBody("/v1/documents/extractions", request);

        assertThat(JobApi.okay(answer).getJsonArray("choices")).hasSize(1);
        assertThat(api.job(jobOf(answer)).getString("endpoint")).isEqualTo("/v1/documents/extract");
    }

    @Test
    void the_job_of_a_direct_call_expires_after_an_hour() {
        String id = jobOf(api.postBody(PARSE, ServiceClient.textDocument("hello")));

        JsonObject job = api.job(id);
        assertThat(job.getLong("expires_at") - job.getLong("created_at")).isEqualTo(3600);
    }

    @Test
    void a_broken_document_is_answered_422_with_the_code_of_the_failed_job() {
        HttpResponse<String> answer = api.postBody(
                PARSE, "{\"document\":{\"filename\":\"a.pdf\",\"url\":\"data:application/pdf;base64,AAAA\"}}");

        JsonObject detail = JobApi.refused(answer, 422, "document_type_mismatch");
        JsonObject job = api.job(detail.getJsonObject("details").getString("job_id"));
        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getJsonObject("error").getString("code")).isEqualTo("document_type_mismatch");
    }

    @Test
    void an_endpoint_without_a_processor_is_answered_501() {
        HttpResponse<String> answer =
                api.postBody("/v1/edit/templates/fill", "{\"template_id\":\"edittplt_1\",\"instructions\":\"none\"}");

        JobApi.refused(answer, 501, "processor_not_configured");
    }

    @Test
    void a_request_that_does_not_fit_is_refused_before_there_is_a_job() {
        JsonObject detail = JobApi.refused(api.postBody(PARSE, "{\"document\":1}"), 422, "invalid_request");

        assertThat(detail.getString("message")).startsWith("request.document: ");
        assertThat(api.ids("limit=1")).isEmpty();
    }

    @Test
    void a_body_that_is_no_json_is_answered_400() {
        JobApi.refused(api.postBody(PARSE, "{\"document\":"), 400, "malformed_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", ""})
    void a_body_that_is_no_object_is_refused(String body) {
        HttpResponse<String> answer = api.postBody(PARSE, body);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
    }

    @Test
    void a_stream_is_refused_since_answers_come_whole() {
        String request = "{\"stream\":true,\"model\":\"m\",\"json_schema\":{},"
                + ServiceClient.textDocument("hello").substring(1);

        JsonObject detail = JobApi.refused(api.postBody("/v1/documents/extract", request), 422, "invalid_request");

        assertThat(detail.getString("message")).startsWith("stream: ");
    }

    @Test
    void a_repeated_call_with_the_same_key_is_answered_by_the_same_job() {
        String request = ServiceClient.textDocument("hello");

        List<String> jobs = List.of(
                jobOf(api.postBody(PARSE, request, "Idempotency-Key", "once")),
                jobOf(api.postBody(PARSE, request, "Idempotency-Key", "once")));

        assertThat(jobs).containsOnly(jobs.get(0));
    }

    @Test
    void a_reused_key_is_answered_409() {
        api.postBody(PARSE, ServiceClient.textDocument("hello"), "Idempotency-Key", "once");

        HttpResponse<String> answer =
                api.postBody(PARSE, ServiceClient.textDocument("another"), "Idempotency-Key", "once");

        JobApi.refused(answer, 409, "idempotency_key_reused");
    }

    private static String jobOf(HttpResponse<String> answer) {
        JobApi.okay(answer);
        return answer.headers().firstValue("Docket-Job-Id").orElseThrow();
    }
}
