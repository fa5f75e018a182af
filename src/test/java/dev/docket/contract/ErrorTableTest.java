package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals of the jobs routes that belong to no verb; those of the HTTP edge are in {@link ErrorShapeTest}. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ErrorTableTest {
    @TestHTTPResource("/")
    URI base;

    private JobApi api;
    private JobRows rows;

    @BeforeEach
    void have_an_organization() {
        api = new JobApi(base);
        rows = api.rows();
    }

    @Test
    void every_route_without_a_key_is_401_and_tells_nothing_of_the_job() {
        Calls strange = new Calls(base);
        String id = rows.put("queued");
        for (String path : List.of("/v1/jobs", "/v1/jobs/" + id, "/v1/jobs/" + id + "/status")) {
            JobApi.refused(strange.get(path), 401, "unauthorized");
        }
        for (String path : List.of("/v1/jobs", "/v1/jobs/" + id + "/cancel", "/v1/jobs/" + id + "/retry")) {
            JobApi.refused(strange.post(path, "{}", "Api-Key", "sk_wrong_0123456789abcdef"), 401, "unauthorized");
        }
        assertThat(api.job(id).getString("status")).isEqualTo("queued");
    }

    @Test
    void another_organizations_job_is_404_on_every_route_that_reads() {
        String theirs = new JobApi(base).rows().put("completed");
        for (String path : List.of(theirs, theirs + "/status", "job_V1StGXR8_Z5jdHi6B-myT")) {
            JobApi.refused(api.get("/v1/jobs/" + path), 404, "job_not_found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "job_",
                "job_short",
                "job_V1StGXR8_Z5jdHi6B-myTT",
                "JOB_V1StGXR8_Z5jdHi6B-myT",
                "job_V1StGXR8_Z5jdHi6B-my%54%00",
                "%00",
                "a%2Fb",
                "a/b",
                "job_V1StGXR8_Z5jdHi6B-my;",
                "..",
                "%20",
                "job_V1StGXR8_Z5jdHi6B-my\u00e9",
                "%F0%9F%98%80",
                "null",
                "'--"
            })
    void an_odd_id_is_404(String id) throws IOException {
        for (String verb : List.of("/cancel", "/retry")) {
            String answer = api.raw("POST", "/v1/jobs/" + id + verb);
            assertThat(answer).startsWith("HTTP/1.1 404 ").contains("_found\"");
            assertThat(answer).containsIgnoringCase("\r\ncontent-type: application/json\r\n");
        }
        String answer = api.raw("GET", "/v1/jobs/" + id + "/status");
        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("_found\"");
    }

    @Test
    void a_slash_at_the_end_is_404_and_never_a_redirect() {
        String id = rows.put("queued");
        for (String path : List.of("/v1/jobs/", "/v1/jobs/" + id + "/", "/v1/jobs/" + id + "/status/")) {
            assertThat(api.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/v1/jobs/", "/v1/jobs/" + id + "/cancel/", "/v1/jobs/" + id + "/retry/")) {
            assertThat(api.post(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(api.job(id).getString("status")).isEqualTo("queued");
    }

    @Test
    void a_slash_at_the_end_of_the_base_address_does_no_harm() throws IOException {
        String id = rows.put("queued");
        assertThat(api.raw("GET", "//v1/jobs")).startsWith("HTTP/1.1 200 ").contains(id);
        assertThat(api.raw("POST", "//v1/jobs/" + id + "/cancel")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_method_that_a_route_has_not_is_405_with_those_it_has() {
        String id = rows.put("queued");
        assertAllowed(api.call("DELETE", "/v1/jobs/" + id), "GET");
        assertAllowed(api.call("PATCH", "/v1/jobs"), "GET", "POST");
        assertAllowed(api.get("/v1/jobs/" + id + "/cancel"), "POST");
        assertThat(api.job(id).getString("status")).isEqualTo("queued");
    }

    @Test
    void a_query_that_cannot_be_decoded_is_400() throws IOException {
        String id = rows.put("queued");
        for (String target : List.of("/v1/jobs?limit=%zz", "/v1/jobs/" + id + "?include_request=%")) {
            assertThat(api.raw("GET", target)).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void a_body_that_is_gone_is_a_null_with_a_warning_and_never_an_error() {
        String id = rows.put("completed");
        JobRows.execute("delete from body where job_id = ?", id);
        JsonObject job = api.job(id);
        assertThat(job.getValue("request")).isNull();
        assertThat(job.getValue("response")).isNull();
        assertThat(job.getJsonArray("warnings").encode()).contains("request_unavailable", "response_unavailable");
    }

    private static void assertAllowed(HttpResponse<String> answer, String... methods) {
        JobApi.refused(answer, 405, "method_not_allowed");
        String allowed = answer.headers().firstValue("Allow").orElseThrow();
        assertThat(List.of(allowed.split(", "))).contains(methods);
    }
}
