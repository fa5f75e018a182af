package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class CreateContractTest {
    private static final String DOCUMENT =
            "\"document\":{\"filename\":\"a.txt\",\"url\":\"data:text/plain;base64,aGk=\"}";

    @TestHTTPResource("/")
    URI base;

    private JobApi api;
    private JobRows rows;

    @BeforeEach
    void have_an_organization() {
        api = new JobApi(base);
        rows = api.rows();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"endpoint\":}",
                "{}{}",
                "{'endpoint':1}",
                "{\"endpoint\":\"\u0001\"}",
                "{\"request\":{},}",
                "{\"endpoint\":NaN}",
                "{\"request\":{\"a\":01}}",
                "\ufeff{}"
            })
    void what_is_not_one_json_value_is_400(String body) {
        JsonObject detail = refusedUnstored(api.postBody("/v1/jobs", body), 400, "malformed_json");
        assertThat(detail.getJsonObject("details").containsKey("byte_offset")).isTrue();
    }

    @Test
    void invalid_utf_8_is_400() {
        byte[] body = JobApi.envelope("/v1/documents/parse", "{" + DOCUMENT + ",\"x\":\"?\"}", null)
                .getBytes(StandardCharsets.UTF_8);
        for (int wrong : new int[] {0xFF, 0xC0, 0xED, 0x80}) {
            byte[] broken = body.clone();
            broken[new String(body, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) wrong;
            refusedUnstored(api.postBytes("/v1/jobs", broken), 400, "malformed_json");
        }
    }

    @Test
    void ten_megabytes_of_nesting_are_400_and_do_no_harm() {
        String nesting = "{\"endpoint\":\"/v1/documents/parse\",\"request\":{\"a\":" + "[".repeat(10_000_000);
        refusedUnstored(api.postBody("/v1/jobs", nesting), 400, "malformed_json");
        refusedUnstored(api.postBody("/v1/jobs", "[".repeat(10_000_000)), 400, "malformed_json");
        refusedUnstored(api.postBody("/v1/jobs", "{\"a\":".repeat(2_000_000)), 400, "malformed_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "1", "\"x\"", "{}", "{\"endpoint\":\"/v1/documents/parse\"}"})
    void a_body_without_endpoint_and_request_is_422(String body) {
        refusedUnstored(api.postBody("/v1/jobs", body), 422, "invalid_request");
    }

    @Test
    void wrong_types_and_an_unknown_endpoint_are_422_by_name() {
        assertFault("{\"endpoint\":7,\"request\":{" + DOCUMENT + "}}", "endpoint", "a number");
        assertFault(JobApi.envelope("/v1/shred", "{" + DOCUMENT + "}", null), "endpoint", "\"/v1/shred\"");
        assertFault(JobApi.envelope("/v1/documents/parse", "\"x\"", null), "request", "a string");
        assertFault(JobApi.envelope("/v1/documents/parse", "{}", null), "request.document", "nothing");
        String model = "{" + DOCUMENT + ",\"model\":1}";
        assertFault(JobApi.envelope("/v1/documents/parse", model, null), "request.model", "1");
        assertFault(JobApi.envelope("/v1/documents/parse", "{" + DOCUMENT + "}", "[]"), "metadata", "an array");
    }

    @Test
    void a_document_in_the_form_of_the_sdks_docstring_is_422_that_says_what_to_send() {
        String request = "{\"document\":{\"content\":\"aGk=\",\"mime_type\":\"text/plain\"}}";
        JsonObject detail = JobApi.refused(api.create(request, null), 422, "invalid_request");
        assertThat(detail.encode()).contains("request.document.filename", "request.document.url");
    }

    @Test
    void metadata_has_limits_that_are_named() {
        assertMetadata(pairs(16, "k", "v"), null);
        assertMetadata(pairs(17, "k", "v"), "metadata");
        assertMetadata("{\"" + "k".repeat(64) + "\":\"" + "v".repeat(512) + "\"}", null);
        assertMetadata("{\"" + "k".repeat(65) + "\":\"v\"}", "metadata");
        assertMetadata("{\"k\":\"" + "v".repeat(513) + "\"}", "metadata.k");
        assertMetadata("{\"k\":\"" + "\ud83d\ude00".repeat(512) + "\"}", null);
        assertMetadata("{\"k\":1}", "metadata.k");
        assertMetadata("{\"k\":null}", "metadata.k");
        assertMetadata("{\"k\":\"\\u0000\"}", "metadata.k");
        assertMetadata("{\"\\u0000\":\"v\"}", "metadata");
        assertMetadata("{\"k\":\"\\ud800\"}", "metadata.k");
        assertMetadata("null", null);
        assertMetadata("{}", null);
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "0.5, 0.5", "604800, 604800", "1e2, 100", "2.50, 2.5", "5.0, 5"})
    void time_limits_are_kept_and_shown(String sent, String shown) {
        String body = limited("\"execution_timeout_seconds\":" + sent + ",\"queue_timeout_seconds\" : " + sent);

        HttpResponse<String> created = api.postBody("/v1/jobs", body);

        String fields =
                "\"execution_timeout_seconds\":" + shown + ",\"queue_timeout_seconds\":" + shown + ",\"warnings\"";
        assertThat(created.body()).contains(fields);
        String id = JobApi.okay(created).getString("id");
        assertThat(api.get("/v1/jobs/" + id).body()).contains(fields);
        assertThat(api.get("/v1/jobs?limit=1").body()).contains(fields);
        String seconds = rows.read(id, "extract(epoch from start_before - created_at)::float8");
        assertThat(Double.parseDouble(seconds)).isEqualTo(Double.parseDouble(sent));
    }

    @Test
    void a_time_limit_that_is_null_or_not_sent_is_none() {
        JsonObject job = JobApi.okay(api.postBody("/v1/jobs", limited("\"queue_timeout_seconds\":null")));

        assertThat(job.fieldNames()).doesNotContain("execution_timeout_seconds", "queue_timeout_seconds");
        assertThat(rows.read(job.getString("id"), "start_before is null and queue_seconds is null"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-1, -1",
        "-0.0, -0.0",
        "604800.1, 604800.1",
        "1e400, 1e400",
        "1e-400, 1e-400",
        "'\"30\"', a string",
        "true, a boolean",
        "[30], an array",
        "{}, an object"
    })
    void a_time_limit_that_is_none_is_422_by_name(String sent, String got) {
        for (String name : List.of("execution_timeout_seconds", "queue_timeout_seconds")) {
            assertFault(limited("\"" + name + "\":" + sent), name, got);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\":\"\\u0000\"",
                "\"x\":\"\\ud800\"",
                "\"\\u0000\":\"\\udc00\\ud800\"",
                "\"x\":\"\u00e9\ud83d\ude00\\u00E9\\/\"",
                "\"x\":123456789012345678901234567890.1234567890123456789012345678901234567890",
                "\"x\":[1.0,1e400,-0,-0.0,1E+2,1e-999999999]",
                "\"z\":1,\"a\":2,\"z\":{\"z\":3}",
                "\"x\" \t:\r\n [ ] , \"y\":{\n}",
                "\"\":\"\"",
                "\"x\":\"\u2028\u2029\ufeff\uffff\u007f\""
            })
    void a_request_comes_back_byte_for_byte(String member) {
        String request = "{ " + DOCUMENT + " ,\n\t" + member + " }";
        HttpResponse<String> created = api.create(request, null);
        String id = JobApi.okay(created).getString("id");
        assertThat(created.body()).contains("\"request\":" + request + ",\"response\":");
        for (String path : List.of("/v1/jobs/" + id, "/v1/jobs?limit=1")) {
            assertThat(api.get(path).body()).contains("\"request\":" + request + ",\"response\":");
        }
    }

    @Test
    void a_request_of_several_chunks_comes_back_byte_for_byte() {
        String request = "{" + DOCUMENT + ",\"x\":\"" + "\u00e9\\u0000 ".repeat(400_000) + "\"}";
        String id = JobApi.okay(api.create(request, null)).getString("id");
        assertThat(api.get("/v1/jobs/" + id).body().contains("\"request\":" + request + ",\"response\":"))
                .isTrue();
    }

    @Test
    void a_body_over_the_limit_is_413() {
        byte[] large = new byte[(32 << 20) + 1];
        JsonObject detail = refusedUnstored(api.postBytes("/v1/jobs", large), 413, "payload_too_large");
        assertThat(detail.getJsonObject("details").getLong("limit_bytes")).isPositive();
    }

    private void assertFault(String body, String path, String got) {
        JsonObject detail = refusedUnstored(api.postBody("/v1/jobs", body), 422, "invalid_request");
        JsonArray errors = detail.getJsonObject("details").getJsonArray("errors");
        assertThat(errors.getJsonObject(0).getString("path")).isEqualTo(path);
        assertThat(errors.getJsonObject(0).getString("got")).isEqualTo(got);
        assertThat(detail.getString("message")).startsWith(path + ": expected ");
    }

    private void assertMetadata(String metadata, String faultAt) {
        String body = JobApi.envelope("/v1/documents/parse", JobRows.REQUEST, metadata);
        HttpResponse<String> answer = api.postBody("/v1/jobs", body);
        if (faultAt == null) {
            assertThat(JobApi.okay(answer).getValue("metadata"))
                    .isEqualTo(new JsonObject("{\"m\":" + metadata + "}").getValue("m"));
            return;
        }
        JsonObject detail = JobApi.refused(answer, 422, "invalid_request");
        assertThat(detail.getString("message")).startsWith(faultAt + ": expected ");
    }

    private JsonObject refusedUnstored(HttpResponse<String> answer, int status, String code) {
        JsonObject detail = JobApi.refused(answer, status, code);
        assertThat(rows.count()).isZero();
        return detail;
    }

    private static String limited(String members) {
        return JobApi.envelope("/v1/documents/parse", JobRows.REQUEST, null).replaceFirst("}$", "," + members + "}");
    }

    private static String pairs(int count, String key, String value) {
        return IntStream.range(0, count)
                .mapToObj(n -> "\"" + key + n + "\":\"" + value + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
