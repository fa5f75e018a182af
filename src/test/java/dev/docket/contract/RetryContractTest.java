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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class RetryContractTest {
    private static final String A_DAY_OLDER = "created_at = created_at - interval '1 day',"
            + " expires_at = expires_at - interval '1 day', completed_at = completed_at - interval '1 day'";
    private static final String PAST_ITS_TIME = "expires_at = clock_timestamp() - interval '1 millisecond'";
    /** Keeps a job that went back to the queue from every executor. */
    private static final String PARKED = "ready_pos = null, available_at = now() + interval '1 hour'";

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
    @ValueSource(strings = {"failed", "cancelled", "expired"})
    void a_job_that_came_to_nothing_goes_back_to_the_queue_under_its_id(String status) {
        String id = rows.put(status, "{\"batch_id\":\"batch_001\"}");
        rows.change(id, A_DAY_OLDER);
        JsonObject before = api.job(id);

        JsonObject job = JobApi.okay(retry(id));

        assertThat(job.getString("id")).isEqualTo(id);
        assertThat(job.getString("status")).isEqualTo("queued");
        for (String gone : List.of("response", "error", "started_at", "completed_at", "cancellation")) {
            assertThat(job.getValue(gone)).as(gone).isNull();
        }
        assertThat(job.getBoolean("cancelled")).isFalse();
        for (String kept : List.of(
                "request",
                "created_at",
                "metadata",
                "endpoint",
                "organization_id",
                "attempt_count",
                "last_failure_code")) {
            assertThat(job.getValue(kept)).as(kept).isEqualTo(before.getValue(kept));
        }
        assertThat(job.getLong("expires_at"))
                .isBetween(before.getLong("expires_at") + 86_400, before.getLong("expires_at") + 86_400 + 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validating", "queued", "in_progress", "completed"})
    void a_job_that_lives_or_has_its_result_is_400_and_stays_as_it_is(String status) {
        String id = rows.put(status);
        JsonObject before = api.job(id);
        JsonObject detail = JobApi.refused(retry(id), 400, "job_not_retryable");
        assertThat(detail.getString("message")).startsWith("Cannot retry: the job is " + status + "; it has ");
        assertThat(detail.getJsonObject("details").encode()).isEqualTo("{\"status\":\"" + status + "\"}");
        assertThat(api.job(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "failed", "cancelled", "in_progress"})
    void a_job_past_its_time_may_be_retried_as_what_it_is_shown_as(String status) {
        String id = rows.put(status);
        rows.change(id, PAST_ITS_TIME);
        assertThat(api.job(id).getString("status")).isEqualTo("expired");
        JsonObject job = JobApi.okay(retry(id));
        assertThat(job.getString("status")).isEqualTo("queued");
        assertThat(job.getJsonObject("request").encode()).isEqualTo(JobRows.REQUEST);
    }

    @Test
    void a_job_that_was_never_validated_is_validated_first() {
        String id = rows.put("cancelled");
        rows.change(id, "validated = false");
        assertThat(JobApi.okay(retry(id)).getString("status")).isEqualTo("validating");
    }

    @Test
    void a_retried_job_runs_to_its_end() {
        String id = rows.put("failed");
        JobApi.okay(retry(id));
        JsonObject job = api.untilFinal(id);
        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(job.getJsonObject("response").getJsonObject("body").getString("text"))
                .isEqualTo("hi");
        assertThat(job.getInteger("attempt_count")).isEqualTo(2);
        assertThat(job.getString("last_failure_code")).isEqualTo("document_unreadable");
    }

    @Test
    void an_empty_object_is_as_good_as_no_body_and_anything_else_is_not() {
        String id = rows.put("failed");
        JobApi.refused(api.postBody(path(id), "[]"), 422, "invalid_request");
        JobApi.refused(api.postBody(path(id), "{\"reason\":\"x\"}"), 422, "invalid_request");
        assertThat(api.job(id).getString("status")).isEqualTo("failed");
        JobApi.okay(api.postBody(path(id), "{}"));
    }

    @Test
    void a_repeated_idempotency_key_gives_the_same_answer() {
        String id = rows.put("failed");
        rows.change(id, "validated = false");
        JsonObject first = JobApi.okay(api.post(path(id), "Idempotency-Key", "k-1"));
        // It may have been run already.
        rows.change(
                id,
                PARKED + ", status = 'validating', owner = null, lease_until = null, completed_at = null,"
                        + " response_status = null, response_bucket = null, response_bytes = null");
        JsonObject again = JobApi.okay(api.post(path(id), "Idempotency-Key", "k-1"));
        assertThat(again.getLong("expires_at")).isEqualTo(first.getLong("expires_at"));
        assertThat(rows.read(id, "generation")).isEqualTo("1");
        JobApi.refused(api.post(path(id), "Idempotency-Key", "k-2"), 400, "job_not_retryable");
        JobApi.refused(api.post(path(id), "Idempotency-Key", "two words"), 422, "invalid_request");
    }

    /** The answer to the first call may be lost, and its repetition late. */
    @Test
    void a_repeated_idempotency_key_does_not_run_a_job_again_that_has_failed_meanwhile() {
        String id = rows.put("failed");
        rows.change(id, "retry_token = 'key:k-1', generation = 1");
        JsonObject before = api.job(id);
        assertThat(JobApi.okay(api.post(path(id), "Idempotency-Key", "k-1"))).isEqualTo(before);
        assertThat(rows.read(id, "generation")).isEqualTo("1");
        assertThat(JobApi.okay(api.post(path(id), "Idempotency-Key", "k-2")).getString("status"))
                .isEqualTo("queued");
    }

    @Test
    void another_organizations_job_is_404_as_an_unknown_one() {
        JobApi other = new JobApi(base);
        String theirs = other.rows().put("failed");
        JobApi.refused(retry(theirs), 404, "job_not_found");
        JobApi.refused(retry("job_V1StGXR8_Z5jdHi6B-myT"), 404, "job_not_found");
        assertThat(other.job(theirs).getString("status")).isEqualTo("failed");
    }

    private HttpResponse<String> retry(String id) {
        return api.post(path(id));
    }

    private static String path(String id) {
        return "/v1/jobs/" + id + "/retry";
    }
}
