package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class JobShapeTest {
    private static final String[] PUBLISHED = ("id object status endpoint request response error created_at started_at"
                    + " completed_at expires_at organization_id metadata cloud_task_name cancelled")
            .split(" ");
    private static final String[] LATER =
            "cancellation attempt_count last_attempt_at last_failure_code warnings".split(" ");
    private static final String[] LIGHT =
            ("id object status endpoint error created_at started_at completed_at expires_at"
                            + " organization_id metadata")
                    .split(" ");
    private static final Set<String> FINAL = Set.of("completed", "failed", "cancelled", "expired");

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
    @ValueSource(strings = {"validating", "queued", "in_progress", "completed", "failed", "cancelled", "expired"})
    void every_field_of_every_state_has_its_place_and_its_type(String status) {
        JsonObject job = api.job(rows.put(status, "{\"b\":\"2\",\"a\":\"1\"}"));

        assertThat(job.fieldNames()).startsWith(PUBLISHED);
        assertThat(job.fieldNames()).endsWith(LATER).hasSize(PUBLISHED.length + LATER.length);
        assertThat(job.getString("id")).matches("job_[A-Za-z0-9_-]{21}");
        assertThat(job.getString("object")).isEqualTo("job");
        assertThat(job.getString("status")).isEqualTo(status);
        assertThat(job.getString("endpoint")).isEqualTo("/v1/documents/parse");
        assertThat(job.getString("organization_id")).isEqualTo(api.organization());
        assertThat(job.getJsonObject("request").encode()).isEqualTo(JobRows.REQUEST);
        assertThat(job.getJsonObject("metadata").encode()).isEqualTo("{\"b\":\"2\",\"a\":\"1\"}");
        assertThat(job.getValue("cloud_task_name")).isNull();
        assertThat(job.getValue("cancelled")).isEqualTo(status.equals("cancelled"));
        assertTimes(job, status);
        assertOutcome(job, status);
    }

    private static void assertTimes(JsonObject job, String status) {
        long created = whole(job, "created_at");
        assertThat(whole(job, "expires_at")).isEqualTo(created + 604_800);
        assertThat(job.getValue("completed_at") != null).isEqualTo(FINAL.contains(status));
        assertThat(job.getValue("started_at") != null)
                .isEqualTo(Set.of("in_progress", "completed", "failed").contains(status));
        for (String name : List.of("started_at", "completed_at")) {
            assertThat(job.getValue(name))
                    .satisfiesAnyOf(
                            time -> assertThat(time).isNull(),
                            time -> assertThat(whole(job, name)).isEqualTo(created));
        }
    }

    private static void assertOutcome(JsonObject job, String status) {
        if (status.equals("completed")) {
            assertThat(job.getJsonObject("response").encode())
                    .isEqualTo("{\"status_code\":200,\"body\":" + JobRows.RESPONSE + "}");
        } else {
            assertThat(job.getValue("response")).isNull();
        }
        if (status.equals("failed")) {
            assertThat(job.getJsonObject("error").encode())
                    .isEqualTo("{\"code\":\"document_unreadable\",\"message\":\"The document cannot be read.\","
                            + "\"details\":{\"page\":3}}");
        } else {
            assertThat(job.getValue("error")).isNull();
        }
    }

    @Test
    void a_created_job_is_answered_whole() {
        JsonObject job = JobApi.okay(api.create(JobRows.REQUEST, null));
        assertThat(job.fieldNames()).startsWith(PUBLISHED);
        assertThat(job.getString("status")).isEqualTo("queued");
        assertThat(job.getValue("metadata")).isNull();
        assertThat(whole(job, "expires_at")).isEqualTo(whole(job, "created_at") + 604_800);
    }

    @Test
    void times_are_rounded_down_to_whole_seconds() {
        String id = rows.put("queued");
        rows.change(id, "created_at = 'epoch', expires_at = timestamptz 'epoch' + interval '4102444800.999 s'");
        JsonObject job = api.job(id);
        assertThat(job.getValue("created_at")).isEqualTo(0);
        assertThat(whole(job, "expires_at")).isEqualTo(4_102_444_800L);
    }

    @Test
    void the_light_view_has_neither_bodies_nor_later_fields() {
        for (String status : List.of("queued", "completed", "failed")) {
            JsonObject job = JobApi.okay(api.get("/v1/jobs/" + rows.put(status, "{\"a\":\"1\"}") + "/status"));
            assertThat(job.fieldNames()).containsExactly(LIGHT);
            assertThat(job.getString("status")).isEqualTo(status);
            assertThat(job.getValue("error") != null).isEqualTo(status.equals("failed"));
        }
    }

    @Test
    void a_body_is_there_unless_the_caller_says_false_on_create() {
        assertFlags(query ->
                api.postBody("/v1/jobs" + query, JobApi.envelope("/v1/documents/parse", JobRows.REQUEST, null)));
    }

    @Test
    void a_body_is_there_unless_the_caller_says_false_on_retrieve() {
        String id = rows.put("completed");
        assertFlags(query -> api.get("/v1/jobs/" + id + query));
        assertResponseFlags(query -> JobApi.okay(api.get("/v1/jobs/" + id + query)));
    }

    @Test
    void a_body_is_there_unless_the_caller_says_false_on_list() {
        rows.put("completed");
        Function<String, JsonObject> only = query ->
                JobApi.okay(api.get("/v1/jobs" + query)).getJsonArray("data").getJsonObject(0);
        assertThat(only.apply("").getJsonObject("request")).isNotNull();
        assertThat(only.apply("?include_request=true").getJsonObject("request")).isNotNull();
        assertThat(only.apply("?include_request=false").getJsonObject("request"))
                .isNull();
        assertResponseFlags(only);
    }

    @Test
    void a_body_is_there_unless_the_caller_says_false_on_cancel() {
        assertFlags(query -> api.post("/v1/jobs/" + rows.put("queued") + "/cancel" + query));
    }

    @Test
    void a_body_is_there_unless_the_caller_says_false_on_retry() {
        assertFlags(query -> api.post("/v1/jobs/" + rows.put("failed") + "/retry" + query));
    }

    private static void assertFlags(Function<String, HttpResponse<String>> call) {
        for (String query : List.of("", "?include_request=true", "?include_response=false", "?include_request=On")) {
            JsonObject job = JobApi.okay(call.apply(query));
            assertThat(job.getJsonObject("request").encode()).as(query).isEqualTo(JobRows.REQUEST);
        }
        JsonObject job = JobApi.okay(call.apply("?include_request=false&include_response=false"));
        assertThat(job.containsKey("request")).isTrue();
        assertThat(job.getValue("request")).isNull();
        JobApi.refused(call.apply("?include_request=perhaps"), 422, "invalid_request");
    }

    private static void assertResponseFlags(Function<String, JsonObject> call) {
        assertThat(call.apply("").getJsonObject("response")).isNotNull();
        assertThat(call.apply("?include_response=true").getJsonObject("response"))
                .isNotNull();
        assertThat(call.apply("?include_response=false").getValue("response")).isNull();
    }

    private static long whole(JsonObject job, String name) {
        assertThat(job.getValue(name)).as(name).isInstanceOfAny(Integer.class, Long.class);
        return job.getLong(name);
    }
}
