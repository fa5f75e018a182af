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
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/jobs/batch}. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BatchContractTest {
    private static final String PARSE = "/v1/documents/parse";
    private static final String GOOD = JobApi.envelope(PARSE, JobRows.REQUEST, null);

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
    void every_entry_becomes_a_job_that_runs() {
        String tagged = JobApi.envelope(PARSE, JobRows.REQUEST, "{\"n\":\"2\"}");

        JsonObject answer = batch(GOOD, tagged);

        assertThat(answer.fieldNames()).containsExactly("object", "data", "created", "failed");
        assertThat(answer.getInteger("created")).isEqualTo(2);
        assertThat(answer.getInteger("failed")).isZero();
        JsonObject second = entry(answer, 1);
        assertThat(second.fieldNames()).containsExactly("index", "job", "status_code", "error");
        assertThat(second.getInteger("status_code")).isEqualTo(200);
        assertThat(second.getJsonObject("job").getString("status")).isEqualTo("queued");
        assertThat(second.getJsonObject("job").getJsonObject("metadata").getString("n"))
                .isEqualTo("2");
        for (int index = 0; index < 2; index++) {
            JsonObject job = api.untilFinal(id(answer, index));
            assertThat(job.getString("status")).isEqualTo("completed");
            assertThat(job.getJsonObject("request")).isEqualTo(new JsonObject(JobRows.REQUEST));
        }
    }

    @Test
    void an_entry_that_is_refused_keeps_no_other_from_being_stored() {
        String wrong = JobApi.envelope(PARSE, "{}", "{\"k\":1}");

        JsonObject answer = batch(GOOD, wrong, "7", "\"text\"", "null", "{}", "[]", GOOD);

        assertThat(answer.getInteger("created")).isEqualTo(2);
        assertThat(answer.getInteger("failed")).isEqualTo(6);
        assertThat(rows.count()).isEqualTo(2);
        for (int index = 1; index < 7; index++) {
            JsonObject refused = entry(answer, index);
            assertThat(refused.getInteger("index")).isEqualTo(index);
            assertThat(refused.getValue("job")).isNull();
            assertThat(refused.getInteger("status_code")).isEqualTo(422);
            assertThat(refused.getJsonObject("error").getString("code")).isEqualTo("invalid_request");
        }
        assertThat(entry(answer, 1).getJsonObject("error").encode())
                .contains("metadata")
                .contains("request.document");
    }

    @Test
    void a_thousand_entries_are_listed_in_their_order() {
        String[] entries = IntStream.range(0, 1_000)
                .mapToObj(n -> JobApi.envelope(PARSE, JobRows.REQUEST, "{\"n\":\"" + n + "\"}"))
                .toArray(String[]::new);

        JsonObject answer = batch(entries);

        assertThat(answer.getInteger("created")).isEqualTo(1_000);
        assertThat(rows.count()).isEqualTo(1_000);
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < 1_000; index++) {
            ids.add(id(answer, index));
            assertThat(entry(answer, index)
                            .getJsonObject("job")
                            .getJsonObject("metadata")
                            .getString("n"))
                    .isEqualTo(Integer.toString(index));
        }
        assertThat(ids).hasSize(1_000);
    }

    @Test
    void entries_of_every_kind_keep_their_places_in_a_large_batch() {
        String large = JobRows.REQUEST.replace("aGk=", "eHh4".repeat(30_000));
        String[] entries = IntStream.range(0, 600)
                .mapToObj(n -> switch (n % 100) {
                    case 7 -> "{}";
                    case 8 -> keyed("\"k-" + n + "\"");
                    case 9 -> JobApi.envelope(PARSE, large, null);
                    default -> GOOD;
                })
                .toArray(String[]::new);

        JsonObject answer = batch(entries);

        assertThat(answer.getInteger("created")).isEqualTo(594);
        assertThat(rows.count()).isEqualTo(594);
        for (int index = 0; index < 600; index++) {
            JsonObject entry = entry(answer, index);
            assertThat(entry.getInteger("index")).isEqualTo(index);
            assertThat(entry.getInteger("status_code")).isEqualTo(index % 100 == 7 ? 422 : 200);
        }
        for (int index = 8; index < 600; index += 100) {
            assertThat(id(batch(entries[index]), 0)).isEqualTo(id(answer, index));
            assertThat(api.get("/v1/jobs/" + id(answer, index + 1)).body()).contains(large);
        }
    }

    @Test
    void a_key_makes_a_repeated_entry_the_same_job() {
        String keyed = keyed("\"k-1\"");

        JsonObject twice = batch(keyed, GOOD, keyed);
        JsonObject again = batch(keyed);

        assertThat(id(twice, 2)).isEqualTo(id(twice, 0));
        assertThat(id(again, 0)).isEqualTo(id(twice, 0));
        assertThat(rows.count()).isEqualTo(2);
    }

    @Test
    void a_key_that_was_used_for_another_body_is_the_outcome_of_its_entry() {
        JsonObject answer = batch(
                keyed("\"k-1\""),
                "{\"metadata\":{\"a\":\"b\"}," + keyed("\"k-1\"").substring(1));

        List<JsonObject> refused = Stream.of(entry(answer, 0), entry(answer, 1))
                .filter(entry -> entry.getInteger("status_code") == 409)
                .toList();
        assertThat(refused)
                .singleElement()
                .satisfies(entry -> assertThat(entry.getJsonObject("error").getString("code"))
                        .isEqualTo("idempotency_key_reused"));
        assertThat(rows.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"two words\"", "\"\"", "7", "{}"})
    void a_key_that_is_no_key_is_refused_with_its_entry(String key) {
        JsonObject answer = batch(keyed(key), keyed("null"));

        assertThat(entry(answer, 0).getInteger("status_code")).isEqualTo(422);
        assertThat(entry(answer, 0).getJsonObject("error").encode()).contains("idempotency_key");
        assertThat(rows.count()).isEqualTo(1);
    }

    @Test
    void one_key_for_all_of_them_is_refused() {
        JsonObject detail = JobApi.refused(
                api.postBody("/v1/jobs/batch", body(GOOD), "Idempotency-Key", "k-1"), 422, "invalid_request");

        assertThat(detail.encode()).contains("header Idempotency-Key");
        assertThat(rows.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"jobs\":null}", "{\"jobs\":{}}", "{\"jobs\":[]}", "[]", "7", "{\"jobs\":[],\"jobs\":[]}"
            })
    void a_body_without_entries_is_refused(String body) {
        JsonObject detail = JobApi.refused(api.postBody("/v1/jobs/batch", body), 422, "invalid_request");

        assertThat(detail.encode()).contains("jobs");
    }

    @Test
    void more_entries_than_a_thousand_are_refused_together() {
        String body = body(Collections.nCopies(1_001, GOOD).toArray(String[]::new));

        JobApi.refused(api.postBody("/v1/jobs/batch", body), 422, "invalid_request");

        assertThat(rows.count()).isZero();
    }

    @Test
    void broken_json_is_refused_as_a_whole() {
        String whole = body(GOOD);

        JobApi.refused(api.postBody("/v1/jobs/batch", whole.substring(0, whole.length() - 1)), 400, "malformed_json");

        assertThat(rows.count()).isZero();
    }

    @Test
    void large_entries_are_stored_beside_small_ones_byte_for_byte() {
        List<String> requests = Stream.of(10, 60_000, 400_000, 20)
                .map(size -> JobRows.REQUEST.replace(
                        "aGk=",
                        Base64.getEncoder().encodeToString("x".repeat(size).getBytes())))
                .toList();

        JsonObject answer = batch(requests.stream()
                .map(request -> JobApi.envelope(PARSE, request, null))
                .toArray(String[]::new));

        for (int index = 0; index < requests.size(); index++) {
            HttpResponse<String> job = api.get("/v1/jobs/" + id(answer, index) + "?include_response=false");
            assertThat(job.body()).contains(",\"request\":" + requests.get(index) + ",");
        }
    }

    @Test
    void the_jobs_of_a_full_queue_are_refused_one_by_one() {
        JobRows.execute("update organization set max_queued = 2 where id = ?", api.organization());

        JsonObject answer = batch(GOOD, GOOD, GOOD, GOOD);

        Set<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(index -> entry(answer, index).getInteger("status_code"))
                .collect(Collectors.toSet());
        assertThat(statuses).containsExactlyInAnyOrder(200, 429);
        assertThat(answer.getInteger("created")).isEqualTo(2);
        assertThat(rows.count()).isEqualTo(2);
    }

    private JsonObject batch(String... entries) {
        return JobApi.okay(api.postBody("/v1/jobs/batch", body(entries)));
    }

    private static String body(String... entries) {
        return "{\"jobs\":[" + String.join(",", entries) + "]}";
    }

    private static String keyed(String key) {
        return "{\"idempotency_key\":" + key + "," + GOOD.substring(1);
    }

    private static JsonObject entry(JsonObject answer, int index) {
        JsonArray data = answer.getJsonArray("data");
        return data.getJsonObject(index);
    }

    private static String id(JsonObject answer, int index) {
        return entry(answer, index).getJsonObject("job").getString("id");
    }
}
