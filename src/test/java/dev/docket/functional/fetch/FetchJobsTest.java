package dev.docket.functional.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.Exchange;
import dev.docket.functional.upstream.RecordingUpstream;
import dev.docket.job.JobId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole jobs whose documents are elsewhere. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(FetchResource.class)
class FetchJobsTest {
    private static final String PARSE = "/v1/documents/parse";
    private static final int ROW = 256 * 1024;

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    RecordingUpstream server;

    @BeforeEach
    void leave_others_aside() {
        JobRows.leaveOnly(client.organization());
    }

    @BeforeEach
    void answer_everything() {
        server.does(Behaviour.replying(200, "from afar", "Content-Type: text/plain"));
    }

    @Test
    void a_job_works_on_the_document_and_shows_the_request_as_it_was_sent() {
        server.does(Exchange::stallThenReply);
        Response created = create();
        String job = created.path("id");
        assertThat(created.<String>path("status")).isEqualTo("validating");
        Exchange exchange = next();
        client.get("/v1/jobs/" + job).body("status", equalTo("validating")).body("started_at", nullValue());

        exchange.goOn();

        client.untilFinal(job).body("status", equalTo("completed"));
        client.get("/v1/jobs/" + job).body("response.body.text", equalTo("{}")).body("attempt_count", equalTo(1));
        assertThat(client.get("/v1/jobs/" + job + "?include_response=false")
                        .extract()
                        .asString())
                .contains("\"request\":" + request());
        assertThat(row(job)).containsEntry("claim", 2).containsEntry("resolved_claim", 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, ROW / 4 * 3, ROW, 2_000_000})
    void a_document_of_any_size_is_worked_on(int bytes) {
        server.does(Behaviour.replying(200, "word ".repeat(bytes / 5 + 1), "Content-Type: text/plain"));

        String job = create().path("id");

        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat((Integer) row(job).get("resolved_bytes")).isGreaterThan(bytes / 3 * 4);
    }

    @Test
    void a_direct_call_is_answered_with_what_was_made_of_the_document() {
        client.call().body(request()).post(PARSE).then().statusCode(200).body("text", equalTo("from afar"));
    }

    @Test
    void a_job_with_its_document_inline_is_queued_at_once() {
        Response created = client.create(PARSE, ServiceClient.textDocument("here"));

        assertThat(created.<String>path("status")).isEqualTo("queued");
        String job = created.path("id");
        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(row(job)).containsEntry("claim", 1).containsEntry("resolved_claim", null);
    }

    @Test
    void a_url_that_is_not_fetched_is_refused_when_the_job_is_created() {
        client.call()
                .body("{\"endpoint\":\"" + PARSE + "\",\"request\":{\"document\":{\"filename\":\"a\","
                        + "\"url\":\"https://10.0.0.1:" + server.url().replaceAll(".*:", "") + "/?secret\"}}}")
                .post("/v1/jobs")
                .then()
                .statusCode(422)
                .body(containsString("reserved address"))
                .body(not(containsString("secret")));
    }

    @Test
    void a_document_that_is_not_there_fails_the_job() {
        server.does(Behaviour.replying(404, "nothing"));

        String job = create().path("id");

        client.untilFinal(job).body("status", equalTo("failed"));
        client.get("/v1/jobs/" + job)
                .body("error.code", equalTo("document_fetch_failed"))
                .body("error.details.http_status", equalTo(404))
                .body("error.details.host", equalTo("localhost"))
                .body("error.details.path", equalTo("request.document.url"))
                .body("started_at", nullValue());
    }

    @Test
    void a_passing_failure_is_tried_again_after_the_time_asked_for() {
        server.does(Behaviour.replying(503, "", "Retry-After: 600"));
        String job = create().path("id");
        Awaitility.await().until(() -> row(job).get("available_at") != null);
        client.get("/v1/jobs/" + job)
                .body("status", equalTo("validating"))
                .body("last_failure_code", equalTo("document_fetch_failed"));
        assertThat(JobRows.count(
                        "select count(*) from job where id = ? and available_at > now() + interval '590 seconds'", job))
                .isEqualTo(1);

        answer_everything();
        JobRows.change("update job set available_at = now() where id = ?", job);

        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(row(job)).containsEntry("resolved_claim", 2).containsEntry("claim", 3);
    }

    @Test
    void a_passing_failure_without_an_attempt_left_fails_the_job() {
        server.does(exchange -> {
            exchange.stall();
            exchange.reply(500, "");
        });
        String job = create().path("id");
        Exchange exchange = next();
        JobRows.change("update job set attempts_left = 0 where id = ?", job);

        exchange.goOn();

        client.untilFinal(job).body("status", equalTo("failed"));
        client.get("/v1/jobs/" + job).body("error.code", equalTo("document_fetch_failed"));
    }

    @Test
    void a_cancel_ends_the_exchange() {
        server.does(Behaviour.holding());
        String job = create().path("id");
        Exchange exchange = next();

        client.post("/v1/jobs/" + job + "/cancel").statusCode(200).body("status", equalTo("cancelled"));

        exchange.connection().awaitClosed();
        client.get("/v1/jobs/" + job).body("status", equalTo("cancelled")).body("response", nullValue());
        Awaitility.await().until(() -> row(job).get("work_stopped_at") != null);
    }

    @Test
    void a_cancel_amid_a_large_document_leaves_rows_that_no_job_names() {
        server.does(exchange -> {
            exchange.head(200, 10 * ROW, "Content-Type: text/plain");
            exchange.write(new byte[3 * ROW]);
            exchange.holdUntilClosed();
        });
        String job = create().path("id");
        Exchange exchange = next();
        Awaitility.await()
                .until(() -> JobRows.count("select count(*) from body where job_id = ? and claim = 1", job) > 0);

        client.post("/v1/jobs/" + job + "/cancel").statusCode(200);

        exchange.connection().awaitClosed();
        assertThat(row(job)).containsEntry("resolved_bucket", null).containsEntry("status", "cancelled");
    }

    @Test
    void a_run_whose_lease_is_over_is_stopped_and_the_document_fetched_by_another() {
        server.does(Behaviour.holding());
        String job = create().path("id");
        Exchange first = next();
        answer_everything();

        JobRows.change(
                "update job set owner = 'exec_elsewhere', claim = claim + 1, lease_until = now() - interval '1 second'"
                        + " where id = ?",
                job);

        first.connection().awaitClosed();
        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(row(job)).containsEntry("resolved_claim", 3).containsEntry("claim", 4);
    }

    @Test
    void a_job_that_may_not_take_so_long_ends_the_exchange() {
        server.does(Behaviour.holding());
        String job = client.call()
                .body("{\"endpoint\":\"" + PARSE + "\",\"execution_timeout_seconds\":1,\"request\":" + request() + "}")
                .post("/v1/jobs")
                .path("id");
        Exchange exchange = next();

        exchange.connection().awaitClosed();
        client.untilFinal(job).body("status", equalTo("failed"));
        client.get("/v1/jobs/" + job).body("error.code", equalTo("execution_timeout"));
    }

    @Test
    void a_retry_fetches_the_document_anew() {
        server.does(Behaviour.replying(200, "%PDF-1.7 broken", "Content-Type: application/pdf"));
        String job = client.create(PARSE, "{\"document\":{\"filename\":\"a\",\"url\":\"" + server.url() + "\"}}")
                .path("id");
        client.untilFinal(job).body("status", equalTo("failed"));
        client.get("/v1/jobs/" + job).body("error.code", equalTo("document_damaged"));
        answer_everything();

        client.post("/v1/jobs/" + job + "/retry")
                .statusCode(200)
                .body("status", equalTo("validating"))
                .body("error", nullValue());

        client.untilFinal(job).body("status", equalTo("completed"));
        client.get("/v1/jobs/" + job).body("response.body.text", equalTo("from afar"));
        assertThat(row(job)).containsEntry("resolved_claim", 3).containsEntry("claim", 4);
    }

    @Test
    void one_lane_of_slow_documents_leaves_room_for_others() {
        int share = 8;
        server.does(Behaviour.holding());
        List<String> slow = new ArrayList<>();
        for (int i = 0; i < share + 4; i++) {
            slow.add(create().path("id"));
        }
        Awaitility.await().until(() -> held() == share);
        ServiceClient other = ServiceClient.ofNewOrganization();

        String quick = other.create(PARSE, ServiceClient.textDocument("quick")).path("id");

        other.untilFinal(quick).body("status", equalTo("completed"));
        assertThat(held()).isEqualTo(share);
        slow.forEach(job -> client.post("/v1/jobs/" + job + "/cancel").statusCode(200));
        Awaitility.await().until(() -> held() == 0);
    }

    private int held() {
        return JobRows.count(
                "select count(*) from job where organization_id = ? and owner is not null", client.organization());
    }

    /** Each organization has a URL of its own, so that a test knows its own exchanges. */
    private String request() {
        return "{ \"document\":{\"filename\":\"note.txt\", \"url\":\"" + server.url() + "/" + client.organization()
                + "\"} }";
    }

    private Response create() {
        return client.create(PARSE, request());
    }

    private Exchange next() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> server.exchanges().stream()
                                .filter(seen -> seen.requestLine().contains(client.organization()))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private Map<String, Object> row(String job) {
        return JobRows.read(client.organization(), new JobId(job));
    }
}
