package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.functional.tenant.TenantTables;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ErrorShapeTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    TenantTables tables;

    private Calls calls;
    private String key;

    @BeforeEach
    void have_a_key() {
        calls = new Calls(base);
        key = tables.key(tables.organization());
    }

    @Test
    void an_unknown_route_is_404() {
        assertProblem(calls.get("/v1/nothing"), 404, "not_found");
        assertProblem(calls.get("/"), 404, "not_found");
        assertProblem(calls.get("/nothing"), 404, "not_found");
        assertProblem(calls.post("/v1/nothing", "{}"), 404, "not_found");
    }

    @Test
    void a_trailing_slash_is_404_and_never_a_redirect() {
        assertProblem(calls.get("/v1/probe/caller/", "Api-Key", key), 404, "not_found");
        assertProblem(calls.get("/v1/", "Api-Key", key), 404, "not_found");
    }

    @Test
    void a_wrong_method_is_405_and_names_the_right_ones() {
        HttpResponse<String> answer = calls.call("DELETE", "/v1/probe/caller", BodyPublishers.noBody());
        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");

        answer = calls.get("/v1/probe/shape");
        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void a_wrong_content_type_is_415() {
        HttpResponse<String> answer =
                calls.post("/v1/probe/shape", "number=1", "Api-Key", key, "Content-Type", "text/plain");
        assertProblem(answer, 415, "unsupported_media_type");
    }

    @Test
    void broken_json_is_422_and_says_where() {
        HttpResponse<String> answer = shape("{\n \"number\": oops}");
        assertProblem(answer, 400, "malformed_json");
        assertThat(detailOf(answer).getJsonObject("details").getInteger("line")).isEqualTo(2);
        assertProblem(shape("{\"number\": 1"), 400, "malformed_json");
    }

    @Test
    void json_of_the_wrong_shape_is_422_and_names_the_field() {
        HttpResponse<String> answer = shape("{\"number\": {\"secret\": 1}}");
        assertProblem(answer, 422, "invalid_body");
        assertThat(detailOf(answer).getJsonObject("details").getString("path")).isEqualTo("number");
    }

    @Test
    void a_defect_is_500_with_the_request_id_and_nothing_of_the_failure() {
        HttpResponse<String> answer = calls.get("/v1/probe/broken", "Api-Key", key, "x-request-id", "my-id.1");
        assertProblem(answer, 500, "internal_error");
        assertThat(detailOf(answer).getJsonObject("details").getString("request_id"))
                .isEqualTo("my-id.1");
        assertThat(answer.body()).doesNotContain("secret_table", "IllegalState", "dev.docket");
    }

    @Test
    void a_lost_database_connection_is_503_with_a_wait() {
        HttpResponse<String> answer = calls.get("/v1/probe/killed", "Api-Key", key);
        assertProblem(answer, 503, "database_unavailable");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 5);
    }

    @Test
    void a_body_that_says_it_is_over_the_limit_is_413() throws IOException {
        String answer = calls.raw(
                "POST /v1/probe/raw HTTP/1.1\r\nHost: x\r\nApi-Key: " + key + "\r\nContent-Length: 2000000000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"payload_too_large\"", "x-request-id: ");
        assertThat(answer).containsIgnoringCase("content-type: application/json\r\n");
    }

    @Test
    void a_client_that_sends_its_oversized_body_all_the_same_can_read_the_413() {
        HttpResponse<String> answer =
                calls.call("POST", "/v1/jobs", BodyPublishers.ofByteArray(new byte[41 << 20]), "Api-Key", key);
        assertProblem(answer, 413, "payload_too_large");
    }

    @Test
    void odd_characters_in_a_path_are_404() throws IOException {
        for (String target : Set.of(
                "/v1/nothing/a%2Fb",
                "/v1/nothing/%00",
                "/v1/nothing/%FF",
                "/v1/nothing/\u00e9",
                "/v1/probe/caller;x=1",
                "/v1;x=1/probe/caller")) {
            String answer = calls.rawGet(target, key);
            assertThat(answer).as(target).startsWith("HTTP/1.1 404 ").contains("\"code\":\"not_found\"");
            assertThat(answer).as(target).containsIgnoringCase("content-type: application/json\r\n");
        }
    }

    /** The server refuses these before any route of ours is asked, so there is no body to give a shape to. */
    @Test
    void a_target_that_is_no_uri_at_all_is_400_without_a_body() throws IOException {
        for (String target : Set.of("/v1/nothing/{}", "/v1/nothing/%zz", "/v1/nothing/a%")) {
            assertThat(calls.rawGet(target, key))
                    .as(target)
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void a_good_answer_has_the_bare_content_type_too() {
        HttpResponse<String> answer = calls.get("/v1/probe/query", "Api-Key", key);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void health_answers_with_the_bare_content_type() {
        HttpResponse<String> answer = calls.get("/q/health/live");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(answer.headers().firstValue("x-request-id")).isPresent();
    }

    private HttpResponse<String> shape(String body) {
        return calls.post("/v1/probe/shape", body, "Api-Key", key, "Content-Type", "application/json");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(answer.headers().firstValue("x-request-id")).isPresent();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(new JsonObject(answer.body()).fieldNames()).containsExactly("detail");
        assertThat(detailOf(answer).fieldNames()).containsExactlyInAnyOrder("code", "message", "details");
        assertThat(detailOf(answer).getString("code")).isEqualTo(code);
        assertThat(detailOf(answer).getString("message")).isNotBlank();
    }

    private static JsonObject detailOf(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getJsonObject("detail");
    }
}
