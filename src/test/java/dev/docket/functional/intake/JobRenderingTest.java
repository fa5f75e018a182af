package dev.docket.functional.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.api.Document;
import dev.docket.api.JobDocument;
import dev.docket.api.JobListDocument;
import dev.docket.api.PayloadChoice;
import dev.docket.job.Cancellation;
import dev.docket.job.Job;
import dev.docket.job.JobError;
import dev.docket.job.JobId;
import dev.docket.store.JobPage;
import dev.docket.store.PageRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobRenderingTest {
    private static final PayloadChoice NONE = new PayloadChoice(false, false);
    private static final PageRequest FIRST_PAGE = new PageRequest(null, null, true, 20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoredBodies bodies = new StoredBodies();
    private final Jobs jobs = new Jobs(bodies);

    @Test
    void a_completed_job_is_written_field_by_field() {
        Job job = jobs.completed("{ \"a\" : 1.50 }", "{\"x\":\"\\u0000\"}");
        assertThat(text(new JobDocument(job, PayloadChoice.BOTH)))
                .isEqualTo("{\"id\":\"" + job.id() + "\",\"object\":\"job\",\"status\":\"completed\","
                        + "\"endpoint\":\"/v1/documents/parse\",\"request\":{ \"a\" : 1.50 },"
                        + "\"response\":{\"status_code\":200,\"body\":{\"x\":\"\\u0000\"}},\"error\":null,"
                        + "\"created_at\":1705420800,\"started_at\":null,\"completed_at\":1705420809,"
                        + "\"expires_at\":1706025600,\"organization_id\":\"org_1\","
                        + "\"metadata\":{\"b\":\"1\",\"a\":\"é\"},\"cloud_task_name\":null,\"cancelled\":false,"
                        + "\"cancellation\":null,\"attempt_count\":2,\"last_attempt_at\":null,"
                        + "\"last_failure_code\":null,\"warnings\":null}");
    }

    @Test
    void a_failed_job_has_its_error() throws Exception {
        Job job = jobs.failed(new JobError("document_encrypted", "locked", Map.of("page", 1)));
        JsonNode tree = JSON.readTree(text(new JobDocument(job, PayloadChoice.BOTH)));
        assertThat(tree.path("error").toString())
                .isEqualTo("{\"code\":\"document_encrypted\",\"message\":\"locked\",\"details\":{\"page\":1}}");
        assertThat(tree.path("last_failure_code").asText()).isEqualTo("document_encrypted");
    }

    @Test
    void a_cancelled_job_says_how_it_was_cancelled() throws Exception {
        Job job = jobs.cancelled(new Cancellation(Jobs.CREATED, "late", "cancelled", true, null, null));
        JsonNode tree = JSON.readTree(text(new JobDocument(job, PayloadChoice.BOTH)));
        assertThat(tree.path("cancelled").booleanValue()).isTrue();
        assertThat(tree.path("cancellation").toString())
                .isEqualTo("{\"requested_at\":1705420800,\"reason\":\"late\",\"outcome\":\"cancelled\","
                        + "\"work_started\":true,\"stopped_at\":null}");
    }

    @Test
    void bodies_that_were_not_wanted_are_null_and_not_read() throws Exception {
        Job job = jobs.completed("{}", "{}");
        JsonNode tree = JSON.readTree(text(new JobDocument(job, NONE)));
        assertThat(tree.get("request").isNull()).isTrue();
        assertThat(tree.get("response").isNull()).isTrue();
        assertThat(bodies.piecesRead()).isZero();
    }

    @Test
    void the_light_view_has_no_keys_for_bodies() throws Exception {
        JsonNode tree = JSON.readTree(text(JobDocument.light(jobs.completed("{}", "{}"))));
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "id",
                        "object",
                        "status",
                        "endpoint",
                        "error",
                        "created_at",
                        "started_at",
                        "completed_at",
                        "expires_at",
                        "organization_id",
                        "metadata");
    }

    @Test
    void bodies_of_every_spelling_are_spliced_in_byte_for_byte() {
        for (int seed = 0; seed < 200; seed++) {
            String request = new OddJson(seed).object(3);
            String response = new OddJson(-1 - seed).object(3);
            String text = text(new JobDocument(jobs.completed(request, response), PayloadChoice.BOTH));
            assertThat(text)
                    .contains("\"request\":" + request + ",\"response\":{\"status_code\":200,\"body\":" + response
                            + "},");
        }
    }

    @Test
    void a_body_that_is_gone_becomes_null_with_a_warning() throws Exception {
        Job job = jobs.completed("{\"a\":1}", "{}");
        bodies.lose(job.response());
        JsonNode tree = JSON.readTree(text(new JobDocument(job, PayloadChoice.BOTH)));
        assertThat(tree.path("request").toString()).isEqualTo("{\"a\":1}");
        assertThat(tree.get("response").isNull()).isTrue();
        assertThat(tree.path("warnings").path(0).path("code").asText()).isEqualTo("response_unavailable");
    }

    @Test
    void a_body_that_breaks_off_fails_the_answer() {
        Job job = jobs.queued("{\"a\":\"" + "x".repeat(300_000) + "\"}");
        bodies.loseAfter(1);
        assertThatThrownBy(() -> text(new JobDocument(job, PayloadChoice.BOTH))).hasMessageContaining("broke off");
    }

    @Test
    void a_page_has_the_keys_of_both_generations() throws Exception {
        List<Job> page = List.of(jobs.queued("{}"), jobs.queued("{}"));
        JsonNode tree = list(new JobPage(page, true, false, null), FIRST_PAGE, 1000);
        assertThat(tree.path("object").asText()).isEqualTo("list");
        assertThat(ids(tree))
                .containsExactly(page.get(0).id().value(), page.get(1).id().value());
        assertThat(tree.path("first_id").asText()).isEqualTo(page.get(0).id().value());
        assertThat(tree.path("last_id").asText()).isEqualTo(page.get(1).id().value());
        assertThat(tree.path("has_more").booleanValue()).isTrue();
        assertThat(tree.path("list_metadata").path("after")).isEqualTo(tree.path("last_id"));
        assertThat(tree.path("list_metadata").get("before").isNull()).isTrue();
    }

    @Test
    void an_empty_page_names_no_ids() {
        String text =
                text(JobListDocument.of(new JobPage(List.of(), false, false, null), FIRST_PAGE, PayloadChoice.BOTH, 9));
        assertThat(text)
                .isEqualTo("{\"object\":\"list\",\"data\":[],\"first_id\":null,\"last_id\":null,\"has_more\":false,"
                        + "\"list_metadata\":{\"before\":null,\"after\":null}}");
    }

    @Test
    void a_page_ends_early_at_the_byte_budget_and_says_that_there_is_more() throws Exception {
        List<Job> page = List.of(jobs.queued("{\"a\":1}"), jobs.queued("{\"a\":2}"), jobs.queued("{\"a\":3}"));
        JsonNode tree = list(new JobPage(page, false, false, null), FIRST_PAGE, 14);
        assertThat(ids(tree)).hasSize(2);
        assertThat(tree.path("has_more").booleanValue()).isTrue();
        assertThat(tree.path("list_metadata").path("after").asText())
                .isEqualTo(page.get(1).id().value());
        assertThat(ids(list(new JobPage(page, false, false, null), FIRST_PAGE, 1)))
                .hasSize(1);
    }

    @Test
    void a_page_that_is_read_backwards_is_cut_at_its_beginning() throws Exception {
        List<Job> page = List.of(jobs.queued("{\"a\":1}"), jobs.queued("{\"a\":2}"), jobs.queued("{\"a\":3}"));
        PageRequest backwards = new PageRequest(null, JobId.fresh(), true, 20);
        JsonNode tree = list(new JobPage(page, false, true, null), backwards, 14);
        assertThat(ids(tree))
                .containsExactly(page.get(1).id().value(), page.get(2).id().value());
        assertThat(tree.path("list_metadata").path("before").asText())
                .isEqualTo(page.get(1).id().value());
        assertThat(tree.path("list_metadata").path("after").asText())
                .isEqualTo(page.get(2).id().value());
    }

    private JsonNode list(JobPage page, PageRequest asked, long budget) throws Exception {
        return JSON.readTree(text(JobListDocument.of(page, asked, PayloadChoice.BOTH, budget)));
    }

    private static List<String> ids(JsonNode list) {
        return list.path("data").findValuesAsText("id");
    }

    private String text(Document document) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        document.pieces(bodies)
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(text::writeBytes);
        return text.toString(StandardCharsets.UTF_8);
    }
}
