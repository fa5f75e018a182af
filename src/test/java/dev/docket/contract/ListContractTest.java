package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the list; its filters are in {@link ListFilterContractTest}. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ListContractTest {
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
    void an_empty_page_has_nulls_in_both_envelopes() {
        new JobApi(base).rows().put("queued");
        JsonObject page = api.page("");
        assertThat(page.encode())
                .isEqualTo("{\"object\":\"list\",\"data\":[],\"first_id\":null,\"last_id\":null,\"has_more\":false,"
                        + "\"list_metadata\":{\"before\":null,\"after\":null}}");
    }

    @Test
    void twenty_jobs_come_unless_another_number_is_asked_for_and_the_newest_first() {
        List<String> newestFirst = jobs(21);
        assertThat(api.ids("")).isEqualTo(newestFirst.subList(0, 20));
        assertThat(api.ids("limit=3&order=desc")).isEqualTo(newestFirst.subList(0, 3));
        assertThat(api.ids("limit=100")).isEqualTo(newestFirst);
        Collections.reverse(newestFirst);
        assertThat(api.ids("limit=1&order=asc")).isEqualTo(newestFirst.subList(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desc", "asc"})
    void forty_five_jobs_of_one_second_are_walked_there_and_back_without_a_gap(String order) {
        List<String> all = jobs(45);
        all.forEach(id -> rows.changeFacts(id, "created_at = date_trunc('second', now())"));
        all.forEach(id -> rows.change(id, "created_at = date_trunc('second', now())"));
        if (order.equals("asc")) {
            Collections.reverse(all);
        }
        String query = "limit=20&status=queued&order=" + order;
        JsonObject first = assertPage(query, all.subList(0, 20), false, true, true);
        JsonObject second = assertPage(query + after(first), all.subList(20, 40), true, true, true);
        JsonObject third = assertPage(query + after(second), all.subList(40, 45), true, false, false);
        JsonObject back = assertPage(query + before(third), all.subList(20, 40), true, true, true);
        assertPage(query + before(back), all.subList(0, 20), false, true, false);
        assertThat(api.ids(query + "&after=" + all.get(44))).isEmpty();
        assertThat(api.ids(query + "&before=" + all.get(0))).isEmpty();
        assertThat(api.ids(query + "&before=" + all.get(2))).isEqualTo(all.subList(0, 2));
    }

    @Test
    void cancelling_while_listing_reaches_every_job_of_the_batch() {
        List<String> all = jobs(45);
        List<String> reached = new ArrayList<>();
        String query = "status=queued";
        boolean more = true;
        while (more) {
            JsonObject page = api.page(query);
            for (String id : JobApi.ids(page)) {
                JobApi.okay(api.post("/v1/jobs/" + id + "/cancel"));
                reached.add(id);
            }
            more = page.getBoolean("has_more");
            query = "status=queued" + after(page);
        }
        assertThat(reached).isEqualTo(all);
        assertThat(api.ids("status=queued")).isEmpty();
    }

    @Test
    void a_cursor_need_not_match_the_filter() {
        List<String> all = jobs(4);
        rows.expire(all.get(1));
        assertThat(api.ids("status=queued&after=" + all.get(1))).isEqualTo(all.subList(2, 4));
        assertThat(api.ids("status=queued&before=" + all.get(1))).isEqualTo(all.subList(0, 1));
        assertThat(api.ids("metadata=%7B%22n%22%3A%223%22%7D&after=" + all.get(1)))
                .containsExactly(all.get(3));
        assertThat(api.ids("status=expired&after=" + all.get(0))).containsExactly(all.get(1));
    }

    @Test
    void a_cursor_that_is_none_of_the_callers_jobs_is_422_by_its_name() {
        rows.put("queued");
        String theirs = new JobApi(base).rows().put("queued");
        for (String cursor : List.of("job_V1StGXR8_Z5jdHi6B-myT", theirs, "x", "")) {
            for (String side : List.of("after", "before")) {
                assertRefused(side + "=" + cursor, side);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.5", "ten", "", "+5", "99999999999"})
    void a_limit_outside_of_1_to_100_is_422(String limit) {
        assertRefused("limit=" + limit, "limit");
    }

    @Test
    void what_contradicts_itself_or_is_unknown_is_422() {
        String id = rows.put("queued");
        assertRefused("after=" + id + "&before=" + id, "before");
        assertRefused("limit=21&include_response=true", "limit");
        assertRefused("status=done", "status");
        assertRefused("status=queued&status=failed", "status");
        assertRefused("order=up", "order");
        assertRefused("include_request=maybe", "include_request");
        assertRefused("from_date=2026-02-30", "from_date");
        assertRefused("from_date=2026-02-02&to_date=2026-02-01", "to_date");
        assertRefused("source=api&project_id=p", "source");
        assertRefused("document_type=exe", "document_type");
        assertRefused("filename_regex=(a%2B)%2B%24", "filename_regex");
        assertRefused("metadata=%7B%22a%22%3A1%7D", "metadata");
        assertRefused("metadata=batch_001", "metadata");
        JsonObject detail = JobApi.refused(api.get("/v1/jobs?statsu=queued"), 422, "invalid_request");
        assertThat(detail.getString("message")).startsWith("query: expected one of the parameters");
    }

    @Test
    void twenty_jobs_may_come_with_their_responses() {
        rows.put("completed");
        JsonObject page = api.page("limit=20&include_response=true&include_request=false");
        JsonObject job = page.getJsonArray("data").getJsonObject(0);
        assertThat(job.getValue("request")).isNull();
        assertThat(job.getJsonObject("response").getInteger("status_code")).isEqualTo(200);
    }

    /** Queued jobs that no executor takes, the newest first, each with its place among them as metadata. */
    private List<String> jobs(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(0, rows.put("queued", "{\"n\":\"" + (count - 1 - i) + "\"}"));
        }
        return ids;
    }

    private JsonObject assertPage(String query, List<String> ids, boolean earlier, boolean later, boolean hasMore) {
        JsonObject page = api.page(query);
        String first = ids.get(0);
        String last = ids.get(ids.size() - 1);
        assertThat(JobApi.ids(page)).isEqualTo(ids);
        assertThat(page.getString("object")).isEqualTo("list");
        assertThat(page.getString("first_id")).isEqualTo(first);
        assertThat(page.getString("last_id")).isEqualTo(last);
        assertThat(page.getBoolean("has_more")).isEqualTo(hasMore);
        assertThat(page.getJsonObject("list_metadata").getString("before")).isEqualTo(earlier ? first : null);
        assertThat(page.getJsonObject("list_metadata").getString("after")).isEqualTo(later ? last : null);
        return page;
    }

    private void assertRefused(String query, String parameter) {
        JsonObject detail = JobApi.refused(api.get("/v1/jobs?" + query), 422, "invalid_request");
        JsonObject error =
                detail.getJsonObject("details").getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("path")).as(query).isEqualTo("query." + parameter);
        assertThat(error.fieldNames()).containsExactly("path", "expected", "got");
    }

    private static String after(JsonObject page) {
        return "&after=" + page.getString("last_id");
    }

    private static String before(JsonObject page) {
        return "&before=" + page.getString("first_id");
    }
}
