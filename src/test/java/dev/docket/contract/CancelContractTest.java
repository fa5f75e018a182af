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
class CancelContractTest {
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
    @ValueSource(strings = {"validating", "queued", "in_progress"})
    void a_live_job_is_cancelled_at_once(String status) {
        String id = rows.put(status, "{\"batch_id\":\"batch_001\"}");
        JsonObject before = api.job(id);

        JsonObject job = JobApi.okay(cancel(id));

        boolean running = status.equals("in_progress");
        assertThat(job.getString("status")).isEqualTo("cancelled");
        assertThat(job.getBoolean("cancelled")).isTrue();
        assertThat(job.getLong("completed_at")).isGreaterThanOrEqualTo(job.getLong("created_at"));
        assertThat(job.getValue("response")).isNull();
        assertThat(job.getValue("error")).isNull();
        for (String kept : List.of("request", "created_at", "started_at", "expires_at", "metadata", "endpoint")) {
            assertThat(job.getValue(kept)).as(kept).isEqualTo(before.getValue(kept));
        }
        assertThat(job.getJsonObject("cancellation").encode())
                .isEqualTo("{\"requested_at\":" + job.getLong("completed_at")
                        + ",\"reason\":null,\"outcome\":\"cancelled\",\"work_started\":" + running
                        + ",\"stopped_at\":null}");
        assertThat(api.job(id)).isEqualTo(job);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "failed", "expired"})
    void a_finished_job_is_400_and_stays_as_it_is(String status) {
        String id = rows.put(status);
        JsonObject before = api.job(id);
        JsonObject detail = JobApi.refused(cancel(id), 400, "job_not_cancellable");
        assertThat(detail.getString("message")).isEqualTo("Cannot cancel: the job is " + status + ".");
        assertThat(detail.getJsonObject("details").encode()).isEqualTo("{\"status\":\"" + status + "\"}");
        assertThat(api.job(id)).isEqualTo(before);
    }

    @Test
    void a_second_cancel_is_400_and_keeps_the_first_ones_reason() {
        String id = rows.put("queued");
        JobApi.okay(cancel(id, "{\"reason\":\"first\"}"));
        JsonObject before = api.job(id);
        JsonObject detail = JobApi.refused(cancel(id, "{\"reason\":\"second\"}"), 400, "job_already_cancelled");
        assertThat(detail.getString("message")).contains("already cancelled");
        assertThat(api.job(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validating", "queued", "in_progress", "completed", "failed", "cancelled"})
    void a_job_past_its_time_is_400_as_expired_whatever_its_row_says(String status) {
        String id = rows.put(status);
        rows.change(id, "expires_at = clock_timestamp() - interval '1 millisecond'");
        JsonObject detail = JobApi.refused(cancel(id), 400, "job_not_cancellable");
        assertThat(detail.getJsonObject("details").getString("status")).isEqualTo("expired");
    }

    @Test
    void an_empty_object_is_as_good_as_no_body() {
        assertThat(JobApi.okay(cancel(rows.put("queued"), "{}")).getString("status"))
                .isEqualTo("cancelled");
        assertThat(JobApi.okay(cancel(rows.put("queued"), " ")).getString("status"))
                .isEqualTo("cancelled");
    }

    @Test
    void a_reason_is_kept() {
        String reason = "too late \\u00e9 \\\" \ud83d\ude00";
        String id = rows.put("in_progress");
        JsonObject job = JobApi.okay(cancel(id, "{\"reason\":\"" + reason + "\",\"only_if_queued\":false}"));
        assertThat(job.getJsonObject("cancellation").getString("reason")).isEqualTo("too late \u00e9 \" \ud83d\ude00");
        assertThat(api.job(id)).isEqualTo(job);
    }

    @Test
    void a_job_that_started_is_left_alone_when_only_queued_ones_were_meant() {
        String id = rows.put("in_progress");
        JsonObject before = api.job(id);
        JsonObject detail = JobApi.refused(cancel(id, "{\"only_if_queued\":true}"), 409, "job_not_queued");
        assertThat(detail.getJsonObject("details").getString("status")).isEqualTo("in_progress");
        assertThat(api.job(id)).isEqualTo(before);

        JobApi.okay(cancel(rows.put("queued"), "{\"only_if_queued\":true}"));
        JobApi.refused(cancel(rows.put("completed"), "{\"only_if_queued\":true}"), 400, "job_not_cancellable");
    }

    @Test
    void a_body_that_is_no_cancel_changes_nothing() {
        String id = rows.put("queued");
        for (String body :
                List.of("[]", "null", "{\"reason\":1}", "{\"only_if_queued\":\"yes\"}", "{\"force\":true}")) {
            JobApi.refused(cancel(id, body), 422, "invalid_request");
        }
        JobApi.refused(cancel(id, "{"), 400, "malformed_json");
        JobApi.refused(cancel(id, " ".repeat(70_000)), 413, "payload_too_large");
        assertThat(api.job(id).getString("status")).isEqualTo("queued");
    }

    @Test
    void another_organizations_job_is_404_as_an_unknown_one() {
        String theirs = new JobApi(base).rows().put("queued");
        String never = "job_V1StGXR8_Z5jdHi6B-myT";
        JsonObject foreign = JobApi.refused(cancel(theirs), 404, "job_not_found");
        JsonObject unknown = JobApi.refused(cancel(never), 404, "job_not_found");
        assertThat(foreign.encode().replace(theirs, never)).isEqualTo(unknown.encode());
    }

    @Test
    void a_repeated_idempotency_key_gives_the_same_answer() {
        String id = rows.put("in_progress");
        HttpResponse<String> first = api.post(path(id), "Idempotency-Key", "k-1");
        HttpResponse<String> again = api.post(path(id), "Idempotency-Key", "k-1");
        assertThat(JobApi.okay(again)).isEqualTo(JobApi.okay(first));
        JobApi.refused(api.post(path(id), "Idempotency-Key", "k-2"), 400, "job_already_cancelled");
        JobApi.refused(cancel(id), 400, "job_already_cancelled");
        JobApi.refused(api.post(path(id), "Idempotency-Key", "with space"), 422, "invalid_request");
    }

    @Test
    void a_key_of_one_job_says_nothing_about_another() {
        JobApi.okay(api.post(path(rows.put("queued")), "Idempotency-Key", "k-1"));
        String done = rows.put("cancelled");
        JobApi.refused(api.post(path(done), "Idempotency-Key", "k-1"), 400, "job_already_cancelled");
    }

    @Test
    void a_cancelled_job_is_not_in_the_queue_any_more() {
        String id = rows.put("queued");
        JobApi.okay(cancel(id));
        assertThat(rows.read(id, "num_nonnulls(ready_pos, available_at, owner, lease_until)"))
                .isEqualTo("0");
        assertThat(api.ids("status=queued")).isEmpty();
        assertThat(api.ids("status=cancelled")).containsExactly(id);
    }

    private HttpResponse<String> cancel(String id) {
        return api.post(path(id));
    }

    private HttpResponse<String> cancel(String id, String body) {
        return api.postBody(path(id), body);
    }

    private static String path(String id) {
        return "/v1/jobs/" + id + "/cancel";
    }
}
