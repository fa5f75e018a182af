package dev.docket.contract;

import static dev.docket.contract.BulkApi.counts;
import static dev.docket.contract.BulkApi.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.job.JobId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulk cancels by ids, and what can be read of them afterwards. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BulkCancelContractTest {
    private static final String UNKNOWN = "job_V1StGXR8_Z5jdHi6B-myT";

    @TestHTTPResource("/")
    URI base;

    private JobApi api;
    private JobRows rows;
    private BulkApi bulk;

    @BeforeEach
    void have_an_organization() {
        api = new JobApi(base);
        rows = api.rows();
        bulk = new BulkApi(api);
    }

    @Test
    void the_answer_says_what_became_of_the_jobs() {
        String id = rows.put("queued");

        JsonObject answer = bulk.completed("{" + ids(id) + ",\"reason\":\"wrong batch\"}");

        assertThat(answer.getString("id")).matches("bcan_[A-Za-z0-9_-]{21}");
        assertThat(answer.getLong("completed_at")).isGreaterThanOrEqualTo(answer.getLong("created_at"));
        assertThat(answer.encode())
                .isEqualTo("{\"id\":\"" + answer.getString("id")
                        + "\",\"object\":\"bulk_cancel\",\"status\":\"completed\",\"requested\":1,\"filter\":null,"
                        + "\"reason\":\"wrong batch\",\"only_if_queued\":false,\"counts\":{\"cancelled\":1,"
                        + "\"already_finished\":0,\"not_queued\":0,\"status_changed\":0,\"not_found\":0,\"error\":0},"
                        + "\"pending\":0,\"created_at\":" + answer.getLong("created_at") + ",\"completed_at\":"
                        + answer.getLong("completed_at") + ",\"organization_id\":\"" + api.organization() + "\"}");
        assertThat(bulk.read(answer)).isEqualTo(answer);
    }

    @Test
    void every_job_has_the_outcome_that_its_state_allows() {
        Map<String, String> expected = Map.of(
                rows.put("validating"),
                "cancelled cancelled false",
                rows.put("queued"),
                "cancelled cancelled false",
                rows.put("in_progress"),
                "cancelled cancelled true",
                rows.put("completed"),
                "already_finished completed null",
                rows.put("failed"),
                "already_finished failed null",
                rows.put("cancelled"),
                "already_finished cancelled null",
                rows.put("expired"),
                "already_finished expired null",
                UNKNOWN,
                "not_found null null");

        JsonObject answer = bulk.completed("{" + ids(expected.keySet().toArray(String[]::new)) + "}");

        assertThat(bulk.outcomes(answer)).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(answer.getJsonObject("counts").encode())
                .isEqualTo("{\"cancelled\":3,\"already_finished\":4,\"not_queued\":0,\"status_changed\":0,"
                        + "\"not_found\":1,\"error\":0}");
        assertThat(api.ids("status=cancelled")).hasSize(4);
        assertThat(api.ids("status=completed")).hasSize(1);
    }

    @Test
    void a_job_past_its_time_counts_as_expired_whatever_its_row_says() {
        String id = rows.put("queued");
        rows.change(id, "expires_at = clock_timestamp() - interval '1 millisecond'");

        JsonObject answer = bulk.completed("{" + ids(id) + "}");

        assertThat(bulk.outcomes(answer)).containsExactly(Map.entry(id, "already_finished expired null"));
        assertThat(rows.read(id, "coalesce(cancel_token, 'none')")).isEqualTo("none");
    }

    @Test
    void a_cancelled_job_looks_as_after_a_cancel_of_its_own_and_names_the_bulk_cancel() {
        String id = rows.put("in_progress", "{\"a\":\"b\"}");
        JsonObject before = api.job(id);

        JsonObject answer = bulk.completed("{" + ids(id) + ",\"reason\":\"too late\"}");

        JsonObject job = api.job(id);
        assertThat(job.getString("status")).isEqualTo("cancelled");
        assertThat(job.getBoolean("cancelled")).isTrue();
        assertThat(job.getJsonObject("cancellation").encode())
                .isEqualTo("{\"requested_at\":" + job.getLong("completed_at")
                        + ",\"reason\":\"too late\",\"outcome\":\"cancelled\",\"work_started\":true,"
                        + "\"stopped_at\":null,\"bulk_cancel_id\":\"" + answer.getString("id") + "\"}");
        for (String kept : List.of("request", "created_at", "started_at", "expires_at", "metadata", "endpoint")) {
            assertThat(job.getValue(kept)).as(kept).isEqualTo(before.getValue(kept));
        }
        assertThat(rows.read(id, "num_nonnulls(ready_pos, available_at, owner, lease_until)"))
                .isEqualTo("0");
        JobApi.refused(api.post("/v1/jobs/" + id + "/cancel"), 400, "job_already_cancelled");
        assertThat(api.page("id=" + id).getJsonArray("data").getJsonObject(0)).isEqualTo(job);
    }

    @Test
    void a_retried_job_has_no_trace_of_the_bulk_cancel() {
        String id = rows.put("queued");
        bulk.completed("{" + ids(id) + "}");
        JsonObject retried = JobApi.okay(api.post("/v1/jobs/" + id + "/retry"));
        assertThat(retried.getValue("cancellation")).isNull();
        assertThat(retried.getBoolean("cancelled")).isFalse();
    }

    @Test
    void only_queued_ones_are_cancelled_when_only_they_were_meant() {
        String queued = rows.put("queued");
        String running = rows.put("in_progress");
        String done = rows.put("completed");

        JsonObject answer = bulk.completed("{" + ids(queued, running, done) + ",\"only_if_queued\":true}");

        assertThat(answer.getBoolean("only_if_queued")).isTrue();
        assertThat(bulk.outcomes(answer))
                .containsOnly(
                        Map.entry(queued, "cancelled cancelled false"),
                        Map.entry(running, "not_queued in_progress null"),
                        Map.entry(done, "already_finished completed null"));
        assertThat(api.job(running).getString("status")).isEqualTo("in_progress");
    }

    @Test
    void a_job_that_is_named_twice_counts_once() {
        String one = rows.put("queued");
        String other = rows.put("queued");

        JsonObject answer = bulk.completed("{" + ids(one, other, one, one) + "}");

        assertThat(answer.getInteger("requested")).isEqualTo(2);
        assertThat(counts(answer)).isEqualTo("{\"cancelled\":2}");
    }

    @Test
    void another_organizations_jobs_are_not_found_and_left_alone() {
        JobApi others = new JobApi(base);
        String theirs = others.rows().put("queued");

        JsonObject answer = bulk.completed("{" + ids(theirs, UNKNOWN) + "}");

        assertThat(bulk.outcomes(answer))
                .containsOnly(Map.entry(theirs, "not_found null null"), Map.entry(UNKNOWN, "not_found null null"));
        assertThat(others.job(theirs).getString("status")).isEqualTo("queued");
    }

    @Test
    void another_organizations_bulk_cancel_is_404_as_an_unknown_one() {
        JobApi others = new JobApi(base);
        JsonObject theirs =
                new BulkApi(others).completed("{" + ids(others.rows().put("queued")) + "}");
        for (String id : List.of(theirs.getString("id"), "bcan_V1StGXR8_Z5jdHi6B-myT", "bcan_short", UNKNOWN)) {
            for (String rest : List.of("", "/outcomes")) {
                JsonObject detail =
                        JobApi.refused(api.get(BulkApi.PATH + "/" + id + rest), 404, "bulk_cancel_not_found");
                assertThat(detail.getValue("details")).isNull();
            }
        }
        assertThat(JobApi.okay(api.get(BulkApi.PATH)).getJsonArray("data")).isEmpty();
    }

    @Test
    void bulk_cancels_are_listed_the_newest_first_page_by_page() {
        List<String> made = IntStream.range(0, 5)
                .mapToObj(i -> bulk.completed("{" + ids(UNKNOWN) + "}").getString("id"))
                .toList();

        JsonObject first = JobApi.okay(api.get(BulkApi.PATH + "?limit=3"));
        JsonObject rest = JobApi.okay(api.get(BulkApi.PATH + "?limit=3&after=" + first.getString("last_id")));

        assertThat(first.fieldNames()).containsExactly("object", "data", "first_id", "last_id", "has_more");
        assertThat(JobApi.ids(first)).containsExactly(made.get(4), made.get(3), made.get(2));
        assertThat(first.getBoolean("has_more")).isTrue();
        assertThat(first.getString("first_id")).isEqualTo(made.get(4));
        assertThat(JobApi.ids(rest)).containsExactly(made.get(1), made.get(0));
        assertThat(rest.getBoolean("has_more")).isFalse();
    }

    @Test
    void outcomes_come_page_by_page_and_by_outcome() {
        String[] live = IntStream.range(0, 7).mapToObj(i -> rows.put("queued")).toArray(String[]::new);
        String done = rows.put("failed");
        String[] all =
                IntStream.range(0, 8).mapToObj(i -> i < 7 ? live[i] : done).toArray(String[]::new);
        JsonObject answer = bulk.completed("{" + ids(all) + "}");

        JsonObject first = bulk.outcomesPage(answer, "?limit=5");
        JsonObject rest = bulk.outcomesPage(answer, "?limit=5&after=" + first.getString("last_id"));

        assertThat(first.getBoolean("has_more")).isTrue();
        assertThat(rest.getBoolean("has_more")).isFalse();
        Map<String, String> told = BulkApi.outcomes(first.getJsonArray("data").addAll(rest.getJsonArray("data")));
        assertThat(told).containsOnlyKeys(all);
        JsonObject rare = bulk.outcomesPage(answer, "?outcome=already_finished");
        assertThat(BulkApi.outcomes(rare.getJsonArray("data"))).containsOnlyKeys(done);
        JsonObject cancelled = bulk.outcomesPage(answer, "?outcome=cancelled&limit=7");
        assertThat(BulkApi.outcomes(cancelled.getJsonArray("data"))).containsOnlyKeys(live);
        assertThat(bulk.outcomesPage(answer, "?outcome=error").getJsonArray("data"))
                .isEmpty();
    }

    @Test
    void a_page_that_cannot_be_is_422() {
        JsonObject answer = bulk.completed("{" + ids(rows.put("queued")) + "}");
        String outcomes = BulkApi.PATH + "/" + answer.getString("id") + "/outcomes";
        for (String path : List.of(
                outcomes + "?limit=1001",
                outcomes + "?limit=0",
                outcomes + "?outcome=pending",
                outcomes + "?after=" + UNKNOWN,
                outcomes + "?after=job_1",
                outcomes + "?before=" + UNKNOWN,
                BulkApi.PATH + "?limit=101",
                BulkApi.PATH + "?after=bcan_V1StGXR8_Z5jdHi6B-myT",
                BulkApi.PATH + "?after=" + UNKNOWN,
                BulkApi.PATH + "?status=running")) {
            JobApi.refused(api.get(path), 422, "invalid_request");
        }
        JobApi.okay(api.get(outcomes + "?limit=1000"));
        JobApi.okay(api.get(BulkApi.PATH + "?limit=100"));
    }

    @Test
    void a_repeated_idempotency_key_gives_the_same_bulk_cancel() {
        String id = rows.put("queued");
        String body = "{" + ids(id) + "}";
        JsonObject first = bulk.completed(body, "Idempotency-Key", "k-1");
        JobApi.okay(api.post("/v1/jobs/" + id + "/retry"));

        JsonObject again = bulk.completed(body, "Idempotency-Key", "k-1");

        assertThat(again).isEqualTo(first);
        assertThat(api.job(id).getString("status")).isNotEqualTo("cancelled");
        HttpResponse<String> other = bulk.cancel("{" + ids(UNKNOWN) + "}", "Idempotency-Key", "k-1");
        JsonObject detail = JobApi.refused(other, 409, "idempotency_key_reused");
        assertThat(detail.getJsonObject("details").getString("bulk_cancel_id")).isEqualTo(first.getString("id"));
        JobApi.refused(bulk.cancel(body, "Idempotency-Key", "with space"), 422, "invalid_request");
        // Keys belong to an organization, and those of creates are others.
        new BulkApi(new JobApi(base)).completed(body, "Idempotency-Key", "k-1");
        JobApi.okay(api.create(JobRows.REQUEST, null, "Idempotency-Key", "k-1"));
        assertThat(JobApi.okay(api.get(BulkApi.PATH)).getJsonArray("data")).hasSize(1);
    }

    @Test
    void ten_thousand_jobs_can_be_named_and_no_more() {
        String[] most =
                IntStream.range(0, 10_000).mapToObj(i -> JobId.fresh().value()).toArray(String[]::new);
        most[4711] = rows.put("queued");

        HttpResponse<String> answer = bulk.cancel("{" + ids(most) + ",\"preview\":true}");
        assertThat(JobApi.okay(answer).getInteger("matched")).isEqualTo(1);

        String[] more = IntStream.range(0, 10_001)
                .mapToObj(i -> most[Math.min(i, 9_999)])
                .toArray(String[]::new);
        JsonObject detail = JobApi.refused(bulk.cancel("{" + ids(more) + "}"), 422, "invalid_request");
        assertThat(detail.getString("message")).contains("ids: expected an array of 1 to 10000 job ids, got 10001");
    }

    @Test
    void the_routes_take_the_methods_that_they_have() {
        HttpResponse<String> answer = api.call("DELETE", BulkApi.PATH);
        JobApi.refused(answer, 405, "method_not_allowed");
        assertThat(List.of(answer.headers().firstValue("Allow").orElseThrow().split(", ")))
                .contains("GET", "POST");
        JobApi.refused(new Calls(base).get(BulkApi.PATH), 401, "unauthorized");
        JobApi.refused(new Calls(base).post(BulkApi.PATH, "{" + ids(UNKNOWN) + "}"), 401, "unauthorized");
    }
}
