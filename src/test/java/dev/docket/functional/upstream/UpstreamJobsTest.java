package dev.docket.functional.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.job.JobId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole jobs that another service works on. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(UpstreamResource.class)
class UpstreamJobsTest {
    private static final int ROW = 256 * 1024;

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    RecordingUpstream upstream;

    @BeforeEach
    void leave_others_aside() {
        JobRows.leaveOnly(client.organization());
    }

    @BeforeEach
    void answer_everything() {
        upstream.does(Behaviour.replying(200, "{\"ok\":true}"));
    }

    @Test
    void a_job_ends_with_the_answer_of_the_service() {
        upstream.does(Behaviour.replying(201, "{\"text\":\"as sent\", \"n\":1.50}"));

        String job = create();

        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(bodyOf(job)).isEqualTo("{\"text\":\"as sent\", \"n\":1.50}");
        client.get("/v1/jobs/" + job).body("response.status_code", equalTo(201));
        Exchange seen = upstream.next(job);
        assertThat(seen.requestLine()).isEqualTo("POST /v1/documents/parse HTTP/1.1");
        assertThat(new String(seen.body(), StandardCharsets.UTF_8)).isEqualTo(request());
        assertThat(seen.header("Idempotency-Key")).isEqualTo(job + "-0");
        assertThat(seen.header("Api-Key")).isEqualTo(UpstreamResource.KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {ROW - 1, ROW, ROW + 1, 2 * ROW, 2 * ROW + 1, 30_000_000})
    void an_answer_of_any_size_comes_back_byte_for_byte(int bytes) {
        String answer = text(bytes, 1);
        upstream.does(Behaviour.replying(200, answer));

        String job = create();

        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(bodyOf(job).equals(answer)).isTrue();
    }

    @Test
    void a_refusal_fails_the_job_with_what_the_service_said() {
        upstream.does(Behaviour.replying(422, "{\"detail\":{\"code\":\"no_pages\",\"message\":\"Nothing there.\"}}"));

        String job = create();

        client.untilFinal(job).body("status", equalTo("failed"));
        client.get("/v1/jobs/" + job)
                .body("error.code", equalTo("upstream_rejected"))
                .body("error.details.upstream_status", equalTo(422))
                .body("error.details.upstream_code", equalTo("no_pages"))
                .body("error.details.upstream_message", equalTo("Nothing there."))
                .body("last_failure_code", equalTo("upstream_rejected"));
    }

    @Test
    void a_passing_failure_is_tried_again_with_the_same_key_after_the_time_asked_for() {
        upstream.does(Behaviour.replying(503, "{}", "Retry-After: 600"));
        String job = create();
        Exchange first = upstream.next(job);
        awaitParked(job);
        client.get("/v1/jobs/" + job)
                .body("status", equalTo("queued"))
                .body("attempt_count", equalTo(1))
                .body("last_failure_code", equalTo("upstream_unavailable"));
        assertThat(JobRows.count(
                        "select count(*) from job where id = ? and available_at > now() + interval '590 seconds'", job))
                .isEqualTo(1);

        upstream.does(Behaviour.replying(200, "{}"));
        JobRows.change("update job set available_at = now() where id = ?", job);

        client.untilFinal(job).body("status", equalTo("completed"));
        Exchange second = upstream.next(job);
        assertThat(first.header("Idempotency-Key")).isEqualTo(job + "-0");
        assertThat(second.header("Idempotency-Key")).isEqualTo(job + "-0");
        assertThat(first.header("Docket-Attempt")).isEqualTo("1");
        assertThat(second.header("Docket-Attempt")).isEqualTo("2");
        assertThat(upstream.deliveries()).containsEntry(job + "-0", 2L);
        assertThat(upstream.effects()).containsEntry(job, 1L);
    }

    @Test
    void a_retry_by_the_owner_has_a_key_of_its_own() {
        upstream.does(Behaviour.replying(400, "{}"));
        String job = create();
        client.untilFinal(job).body("status", equalTo("failed"));

        upstream.does(Behaviour.replying(200, "{}"));
        client.post("/v1/jobs/" + job + "/retry").statusCode(200);

        client.untilFinal(job).body("status", equalTo("completed"));
        assertThat(upstream.deliveries()).containsEntry(job + "-0", 1L).containsEntry(job + "-1", 1L);
        assertThat(upstream.effects()).containsEntry(job, 2L);
    }

    @Test
    void a_rescued_run_keeps_the_key_and_nobody_is_told_of_a_cancel() {
        upstream.does(Behaviour.holding());
        String job = create();
        Exchange first = upstream.next(job);
        upstream.does(Behaviour.replying(200, "{}"));

        JobRows.change(
                "update job set owner = 'exec_elsewhere', claim = claim + 1, lease_until = now() - interval '1 second'"
                        + " where id = ?",
                job);

        first.connection().awaitClosed();
        client.untilFinal(job).body("status", equalTo("completed"));
        Exchange second = upstream.next(job);
        assertThat(second.header("Idempotency-Key")).isEqualTo(first.header("Idempotency-Key"));
        assertThat(second.requestLine()).contains("/v1/documents/parse");
        assertThat(upstream.exchanges())
                .filteredOn(seen -> job.equals(seen.header("Docket-Job-Id")))
                .hasSize(2);
    }

    @Test
    void a_cancel_ends_the_exchange_and_then_tells_the_service() {
        upstream.does(Behaviour.holding());
        String job = create();
        Exchange exchange = upstream.next(job);
        exchange.body();
        upstream.does(Behaviour.replying(200, "{}"));

        client.post("/v1/jobs/" + job + "/cancel").statusCode(200).body("status", equalTo("cancelled"));

        exchange.connection().awaitClosed();
        Exchange told = upstream.next(job);
        assertThat(told.requestLine()).isEqualTo("POST /stop/" + job + "-0 HTTP/1.1");
        assertThat(told.header("Api-Key")).isEqualTo(UpstreamResource.KEY);
        client.get("/v1/jobs/" + job)
                .body("status", equalTo("cancelled"))
                .body("cancellation.work_started", equalTo(true))
                .body("cancellation.stopped_at", notNullValue())
                .body("response", nullValue());
    }

    @Test
    void a_cancel_amid_a_large_answer_leaves_rows_that_no_job_names() {
        upstream.does(exchange ->
                sendsPart(exchange, text(3 * ROW, 1), text(10 * ROW, 1).length()));
        String job = create();
        Exchange exchange = upstream.next(job);
        awaitRows(job, 1);
        upstream.does(Behaviour.replying(200, "{}"));

        client.post("/v1/jobs/" + job + "/cancel").statusCode(200).body("status", equalTo("cancelled"));

        exchange.connection().awaitClosed();
        upstream.next(job);
        client.get("/v1/jobs/" + job).body("status", equalTo("cancelled")).body("response", nullValue());
        assertThat(row(job)).containsEntry("response_bucket", null);
    }

    @Test
    void a_second_attempt_never_mixes_with_the_answer_that_broke_off() {
        String broken = text(5 * ROW, 1);
        String whole = text(5 * ROW, 2);
        upstream.does(exchange -> {
            exchange.head(200, broken.length());
            exchange.write(broken.substring(0, 3 * ROW).getBytes(StandardCharsets.UTF_8));
            exchange.stall();
            exchange.reset();
        });
        String job = create();
        Exchange first = upstream.next(job);
        awaitRows(job, 1);
        upstream.does(Behaviour.replying(200, whole));
        first.goOn();
        awaitParked(job);
        JobRows.change("update job set available_at = now() where id = ?", job);

        client.untilFinal(job).body("status", equalTo("completed"));

        assertThat(bodyOf(job).equals(whole)).isTrue();
        assertThat(row(job)).containsEntry("claim", 2);
        assertThat(rows(job, 1)).isPositive();
        assertThat(rows(job, 2)).isEqualTo(5);
    }

    @Test
    void exchanges_are_metered_by_service_and_outcome() {
        String job = create();
        client.untilFinal(job);

        String metrics = client.get("/q/metrics").extract().asString();

        assertThat(metrics)
                .contains("docket_upstream_seconds_count{outcome=\"completed\",service=\"recorded\"}")
                .contains("docket_upstream_in_flight{service=\"recorded\"}");
    }

    private static void sendsPart(Exchange exchange, String part, int length) throws IOException {
        exchange.head(200, length);
        exchange.write(part.getBytes(StandardCharsets.UTF_8));
        exchange.holdUntilClosed();
    }

    private static String request() {
        return ServiceClient.textDocument("for another service");
    }

    private String create() {
        return client.create("/v1/documents/parse", request()).path("id");
    }

    /** The stored body of the response, cut out of the job's text as it was sent. */
    private String bodyOf(String job) {
        String text = client.get("/v1/jobs/" + job).extract().asString();
        String mark = "\"body\":";
        int start = text.indexOf(mark, text.indexOf("\"response\":")) + mark.length();
        return text.substring(start, start + (Integer) row(job).get("response_bytes"));
    }

    private Map<String, Object> row(String job) {
        return JobRows.read(client.organization(), JobId.parse(job).orElseThrow());
    }

    private void awaitParked(String job) {
        Awaitility.await().until(() -> row(job).get("available_at") != null);
    }

    private static void awaitRows(String job, int claim) {
        Awaitility.await().until(() -> rows(job, claim) > 0);
    }

    private static int rows(String job, int claim) {
        return JobRows.count("select count(*) from body where job_id = ? and claim = ?", job, claim);
    }

    /** An object of so many bytes that is one long string, as a filled document is. */
    private static String text(int bytes, long seed) {
        byte[] letters = new byte[bytes];
        Random random = new Random(seed);
        for (int i = 0; i < bytes; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
        byte[] start = "{\"a\":\"".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, letters, 0, start.length);
        letters[bytes - 2] = '"';
        letters[bytes - 1] = '}';
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
