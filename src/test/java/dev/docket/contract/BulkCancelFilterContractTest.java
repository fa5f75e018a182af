package dev.docket.contract;

import static dev.docket.contract.BulkApi.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk cancels by the list's filters, and their preview. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BulkCancelFilterContractTest {
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
    void live_jobs_that_match_are_cancelled_and_no_others() {
        String one = rows.put("queued", "{\"batch\":\"march\",\"x\":\"1\"}");
        String other = rows.put("in_progress", "{\"batch\":\"march\"}");
        String april = rows.put("queued", "{\"batch\":\"april\"}");
        String done = rows.put("completed", "{\"batch\":\"march\"}");
        String stranger = new JobApi(base).rows().put("queued", "{\"batch\":\"march\"}");

        JsonObject answer = bulk.completed("{\"filter\":{\"metadata\":{\"batch\":\"march\"}},\"reason\":\"why\"}");

        assertThat(answer.getValue("requested")).isNull();
        assertThat(answer.getJsonObject("filter").encode()).isEqualTo("{\"metadata\":{\"batch\":\"march\"}}");
        assertThat(counts(answer)).isEqualTo("{\"cancelled\":2}");
        assertThat(bulk.outcomes(answer))
                .containsExactly(
                        Map.entry(min(one, other), told(min(one, other), other)),
                        Map.entry(max(one, other), told(max(one, other), other)));
        assertThat(api.job(april).getString("status")).isEqualTo("queued");
        assertThat(api.job(done).getString("status")).isEqualTo("completed");
        assertThat(rows.read(april, "(select status from job where id = '" + stranger + "')"))
                .isEqualTo("queued");
        assertThat(api.job(one).getJsonObject("cancellation").getString("reason"))
                .isEqualTo("why");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "status~\"queued\"~id = id",
                "id~ID~id = id",
                "job_id~ID~id = id",
                "endpoint~\"/v1/edit/templates/fill\"~endpoint = '/v1/edit/templates/fill'",
                "source~\"project\"~project_id = 'p'",
                "project_id~\"p\"~project_id = 'p'",
                "workflow_id~\"w\"~workflow_id = 'w'",
                "workflow_node_id~\"n\"~workflow_node_ids = '{n}'",
                "workflow_block_id~\"k\"~workflow_block_ids = '{k}'",
                "block_id~\"k\"~workflow_block_ids = '{k}'",
                "model~\"m\"~model = 'm'",
                "filename_regex~\"^inv\"~filenames = '{invoice.pdf}'",
                "filename_contains~\"oic\"~filenames = '{invoice.pdf}'",
                "document_type~\"pdf,docx\"~document_types = '{pdf}'",
                "document_type~[\"docx\",\"pdf\"]~document_types = '{pdf}'",
                "from_date~\"2031-01-01\"~created_at = '2031-01-01 00:00 UTC'",
                "to_date~\"2001-02-03\"~created_at = '2001-02-03 23:59 UTC'"
            })
    void every_filter_of_the_list_narrows(String name, String value, String facts) {
        String meant = rows.put("queued");
        String other = rows.put(name.equals("status") ? "in_progress" : "queued");
        rows.changeFacts(meant, facts);
        String filter = "{\"" + name + "\":" + value.replace("ID", "\"" + meant + "\"") + "}";

        JsonObject answer = bulk.completed("{\"filter\":" + filter + "}");

        assertThat(bulk.outcomes(answer)).containsExactly(Map.entry(meant, "cancelled cancelled false"));
        assertThat(answer.getJsonObject("filter")).isEqualTo(new JsonObject(filter));
        assertThat(api.ids("status=cancelled")).containsExactly(meant);
        assertThat(api.job(other).getBoolean("cancelled")).isFalse();
    }

    @Test
    void a_source_of_its_own_means_neither_project_nor_workflow() {
        String plain = rows.put("queued");
        rows.changeFacts(rows.put("queued"), "project_id = 'p'");
        rows.changeFacts(rows.put("queued"), "workflow_id = 'w'");

        assertThat(bulk.outcomes(bulk.completed("{\"filter\":{\"source\":\"api\"}}")))
                .containsOnlyKeys(plain);
    }

    @Test
    void filters_narrow_together() {
        String meant = rows.put("queued", "{\"a\":\"1\"}");
        rows.changeFacts(meant, "model = 'm'");
        rows.changeFacts(rows.put("queued"), "model = 'm'");
        rows.put("queued", "{\"a\":\"1\"}");

        JsonObject answer = bulk.completed("{\"filter\":{\"model\":\"m\",\"metadata\":{\"a\":\"1\"}}}");

        assertThat(bulk.outcomes(answer)).containsOnlyKeys(meant);
    }

    @Test
    void all_live_jobs_are_cancelled_only_when_it_is_said() {
        String one = rows.put("queued");
        rows.put("completed");
        JobApi.refused(bulk.cancel("{\"filter\":{}}"), 422, "invalid_request");
        JobApi.refused(bulk.cancel("{\"filter\":{},\"all\":false}"), 422, "invalid_request");
        assertThat(api.job(one).getString("status")).isEqualTo("queued");

        JsonObject answer = bulk.completed("{\"filter\":{},\"all\":true}");

        assertThat(bulk.outcomes(answer)).containsOnlyKeys(one);
        assertThat(answer.getJsonObject("filter")).isEqualTo(new JsonObject());
    }

    @Test
    void running_jobs_that_match_are_told_of_when_only_queued_ones_were_meant() {
        String queued = rows.put("queued", "{\"a\":\"1\"}");
        String running = rows.put("in_progress", "{\"a\":\"1\"}");

        JsonObject answer = bulk.completed("{\"filter\":{\"metadata\":{\"a\":\"1\"}},\"only_if_queued\":true}");

        assertThat(bulk.outcomes(answer))
                .containsOnly(
                        Map.entry(queued, "cancelled cancelled false"),
                        Map.entry(running, "not_queued in_progress null"));
    }

    @Test
    void an_organization_without_jobs_has_none_to_cancel() {
        assertThat(counts(bulk.completed("{\"filter\":{},\"all\":true}"))).isEqualTo("{}");
    }

    @Test
    void more_jobs_than_a_batch_has_are_all_cancelled() {
        int jobs = 1_203;
        rows.putQueued(jobs);

        JsonObject answer = bulk.completed("{\"filter\":{\"status\":\"queued\"}}");

        assertThat(counts(answer)).isEqualTo("{\"cancelled\":" + jobs + "}");
        JsonObject first = bulk.outcomesPage(answer, "?limit=1000");
        JsonObject rest = bulk.outcomesPage(answer, "?limit=1000&after=" + first.getString("last_id"));
        assertThat(BulkApi.outcomes(first.getJsonArray("data").addAll(rest.getJsonArray("data"))))
                .hasSize(jobs);
        assertThat(api.ids("status=queued")).isEmpty();
    }

    @Test
    void a_preview_counts_and_changes_nothing() {
        List<String> live = Stream.of("validating", "queued", "queued", "in_progress")
                .map(rows::put)
                .toList();
        rows.put("completed");

        JsonObject preview = bulk.preview("\"filter\":{},\"all\":true");

        assertThat(preview.encode())
                .isEqualTo("{\"object\":\"bulk_cancel_preview\",\"matched\":4,\"at_least\":false,"
                        + "\"by_status\":{\"validating\":1,\"queued\":2,\"in_progress\":1},"
                        + "\"counts\":{\"cancelled\":4,\"already_finished\":0,\"not_queued\":0,\"status_changed\":0,"
                        + "\"not_found\":0,\"error\":0}}");
        assertThat(live)
                .allSatisfy(
                        id -> assertThat(api.job(id).getBoolean("cancelled")).isFalse());
        assertThat(JobApi.okay(api.get(BulkApi.PATH)).getJsonArray("data")).isEmpty();
    }

    @Test
    void a_preview_says_when_it_stopped_counting() {
        rows.putQueued(20_000);
        JsonObject most = bulk.preview("\"filter\":{\"status\":\"queued\"}");
        assertThat(most.getInteger("matched")).isEqualTo(20_000);
        assertThat(most.getBoolean("at_least")).isTrue();
        assertThat(bulk.preview("\"filter\":{\"status\":\"in_progress\"}").getBoolean("at_least"))
                .isFalse();
    }

    @Test
    void a_preview_foretells_the_outcomes() {
        String[] ids =
                Stream.of("queued", "in_progress", "failed").map(rows::put).toArray(String[]::new);
        String expired = rows.put("queued");
        rows.change(expired, "expires_at = clock_timestamp() - interval '1 millisecond'");
        String target = BulkApi.ids(Stream.of(ids, new String[] {expired, "job_V1StGXR8_Z5jdHi6B-myT"})
                        .flatMap(Stream::of)
                        .toArray(String[]::new))
                + ",\"only_if_queued\":true";

        JsonObject preview = bulk.preview(target);
        JsonObject answer = bulk.completed("{" + target + "}");

        assertThat(counts(preview))
                .isEqualTo("{\"cancelled\":1,\"already_finished\":2,\"not_queued\":1,\"not_found\":1}")
                .isEqualTo(counts(answer));
        assertThat(preview.getInteger("matched")).isEqualTo(1);
    }

    @Test
    void a_preview_by_filter_foretells_the_outcomes() {
        rows.put("queued", "{\"a\":\"1\"}");
        rows.put("in_progress", "{\"a\":\"1\"}");
        rows.put("queued", "{\"a\":\"2\"}");
        rows.change(rows.put("queued", "{\"a\":\"1\"}"), "expires_at = clock_timestamp()");
        String target = "\"filter\":{\"metadata\":{\"a\":\"1\"}},\"only_if_queued\":true";

        JsonObject preview = bulk.preview(target);
        JsonObject answer = bulk.completed("{" + target + "}");

        assertThat(counts(preview))
                .isEqualTo("{\"cancelled\":1,\"not_queued\":1}")
                .isEqualTo(counts(answer));
        assertThat(preview.getJsonObject("by_status").encode())
                .isEqualTo("{\"validating\":0,\"queued\":1,\"in_progress\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "",
                "{}",
                "{\"ids\":null}",
                "{\"ids\":[]}",
                "{\"ids\":\"JOB\"}",
                "{\"ids\":[\"job_1\"]}",
                "{\"ids\":[1]}",
                "{\"ids\":[null]}",
                "{\"ids\":[\"JOB\"],\"filter\":{\"status\":\"queued\"}}",
                "{\"ids\":[\"JOB\"],\"all\":true}",
                "{\"ids\":[\"JOB\"],\"force\":true}",
                "{\"ids\":[\"JOB\"],\"reason\":1}",
                "{\"ids\":[\"JOB\"],\"preview\":\"yes\"}",
                "{\"ids\":[\"JOB\"],\"only_if_queued\":1}",
                "{\"filter\":null,\"all\":true}",
                "{\"all\":true}",
                "{\"filter\":[],\"all\":true}",
                "{\"filter\":{\"status\":\"queued\"},\"all\":true}",
                "{\"filter\":{\"status\":\"queued\"},\"all\":\"no\"}",
                "{\"filter\":{\"status\":\"completed\"}}",
                "{\"filter\":{\"status\":\"done\"}}",
                "{\"filter\":{\"Status\":\"queued\"}}",
                "{\"filter\":{\"stauts\":\"queued\"}}",
                "{\"filter\":{\"status\":null}}",
                "{\"filter\":{\"status\":\"queued\",\"model\":\"\"}}",
                "{\"filter\":{\"status\":\"queued\",\"filename_contains\":\"\"}}",
                "{\"filter\":{\"status\":\"queued\",\"filename_regex\":\" \"}}",
                "{\"filter\":{\"status\":\"queued\",\"filename_regex\":\"a*\"}}",
                "{\"filter\":{\"status\":\"queued\",\"metadata\":{}}}",
                "{\"filter\":{\"metadata\":\"{}\"}}",
                "{\"filter\":{\"metadata\":{\"a\":1}}}",
                "{\"filter\":{\"metadata\":{\"a\":\"\\u0000\"}}}",
                "{\"filter\":{\"document_type\":[]}}",
                "{\"filter\":{\"document_type\":[\"exe\"]}}",
                "{\"filter\":{\"document_type\":[1]}}",
                "{\"filter\":{\"model\":\"\\ud800\"}}",
                "{\"filter\":{\"model\":\"\\u0000\"}}",
                "{\"filter\":{\"model\":[\"m\"]}}",
                "{\"filter\":{\"id\":\"JOB\",\"job_id\":\"JOB\"}}",
                "{\"filter\":{\"source\":\"api\",\"project_id\":\"p\"}}",
                "{\"filter\":{\"from_date\":\"2026-03-02\",\"to_date\":\"2026-03-01\"}}",
                "{\"filter\":{\"limit\":\"5\"}}"
            })
    void a_body_that_is_no_bulk_cancel_changes_nothing_and_says_what_is_wrong(String body) {
        String id = rows.put("queued", "{\"a\":\"b\"}");

        JsonObject detail = JobApi.refused(bulk.cancel(body.replace("JOB", id)), 422, "invalid_request");

        JsonObject error =
                detail.getJsonObject("details").getJsonArray("errors").getJsonObject(0);
        assertThat(error.fieldNames()).containsExactly("path", "expected", "got");
        assertThat(error.getMap().values()).noneMatch(Objects::isNull);
        assertThat(detail.getJsonObject("details").getInteger("error_count")).isEqualTo(1);
        assertThat(api.job(id).getString("status")).isEqualTo("queued");
        assertThat(JobApi.okay(api.get(BulkApi.PATH)).getJsonArray("data")).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_where() {
        JsonObject detail = JobApi.refused(
                bulk.cancel("{\"filter\":{\"status\":\"failed\",\"model\":\"\",\"order\":\"asc\"},\"reason\":{}}"),
                422,
                "invalid_request");
        List<String> paths = IntStream.range(0, 4)
                .mapToObj(i -> detail.getJsonObject("details")
                        .getJsonArray("errors")
                        .getJsonObject(i)
                        .getString("path"))
                .toList();
        assertThat(paths).containsExactlyInAnyOrder("filter.status", "filter.model", "filter", "reason");
    }

    @Test
    void a_filter_is_as_long_as_it_may_be() {
        String filter = "{\"filter\":{\"model\":\"%s\"}}";
        int quotes = "{\"model\":\"\"}".length();
        bulk.completed(filter.formatted("m".repeat(16 * 1024 - quotes)));
        String longer = filter.formatted("m".repeat(16 * 1024 - quotes + 1));
        JobApi.refused(bulk.cancel(longer), 422, "invalid_request");
    }

    @Test
    void a_body_that_is_no_json_or_too_large_is_refused() {
        JobApi.refused(bulk.cancel("{"), 400, "malformed_json");
        JobApi.refused(bulk.cancel("{\"filter\":{},\"filter\":{},\"all\":true}"), 400, "malformed_json");
        JsonObject detail = JobApi.refused(bulk.cancel(" ".repeat(1024 * 1024 + 1)), 413, "payload_too_large");
        assertThat(detail.getJsonObject("details").getInteger("limit_bytes")).isEqualTo(1024 * 1024);
    }

    private static String told(String id, String running) {
        return "cancelled cancelled " + id.equals(running);
    }

    private static String min(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String max(String one, String other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
