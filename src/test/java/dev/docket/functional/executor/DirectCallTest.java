package dev.docket.functional.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.endpoint.Answer;
import dev.docket.job.Payload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a direct call whose work the test holds in its hand. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class DirectCallTest {
    private static final String ENDPOINT = "/v1/edit/templates/generate";
    private static final String REQUEST = ServiceClient.textDocument("x");

    private final ServiceClient client = ServiceClient.ofNewOrganization();
    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource
    URI base;

    @Inject
    GateProcessor gate;

    @AfterEach
    void let_everything_go() {
        gate.open();
        gate.reset();
    }

    @Test
    void a_direct_call_is_answered_when_its_work_is_done_with_the_status_that_it_brought() {
        CompletableFuture<HttpResponse<String>> call = call();

        gate.awaitWork(job()).finish(new Answer.Completed(201, Payload.of("{\"a\": 1}".getBytes())));

        assertThat(call.join().statusCode()).isEqualTo(201);
        assertThat(call.join().body()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void a_caller_that_goes_away_stops_its_work() throws IOException {
        GateProcessor.Held work;
        String job;
        try (Socket caller = new Socket(base.getHost(), base.getPort())) {
            caller.getOutputStream()
                    .write(("POST " + ENDPOINT + " HTTP/1.1\r\nHost: x\r\nApi-Key: " + client.key()
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + REQUEST.length()
                                    + "\r\n\r\n" + REQUEST)
                            .getBytes(StandardCharsets.US_ASCII));
            job = job();
            work = gate.awaitWork(job);
        }

        work.awaitAbort();
        client.get("/v1/jobs/" + job)
                .body("status", equalTo("cancelled"))
                .body("cancellation.reason", equalTo("the caller has gone"));
    }

    @Test
    void a_call_that_is_cancelled_as_a_job_is_answered_409() {
        CompletableFuture<HttpResponse<String>> call = call();
        String job = job();
        gate.awaitWork(job);

        client.post("/v1/jobs/" + job + "/cancel").statusCode(200);

        assertThat(call.join().statusCode()).isEqualTo(409);
        assertThat(detail(call).getString("code")).isEqualTo("job_cancelled");
        assertThat(detail(call).getJsonObject("details").getString("job_id")).isEqualTo(job);
    }

    @Test
    void a_caller_without_patience_is_answered_504_and_the_work_is_stopped() {
        CompletableFuture<HttpResponse<String>> call = call("Prefer", "respond-async, wait=1");
        String job = job();
        GateProcessor.Held work = gate.awaitWork(job);

        assertThat(call.join().statusCode()).isEqualTo(504);
        assertThat(detail(call).getString("code")).isEqualTo("answer_timeout");
        work.awaitAbort();
        client.get("/v1/jobs/" + job).body("status", equalTo("cancelled"));
    }

    @Test
    void a_caller_who_waits_for_nothing_at_all_is_answered_504_and_leaves_no_live_job_behind() {
        CompletableFuture<HttpResponse<String>> call = call("Prefer", "wait=0");

        assertThat(call.join().statusCode()).isEqualTo(504);
        assertThat(detail(call).getString("code")).isEqualTo("answer_timeout");
        client.get("/v1/jobs/" + job()).body("status", equalTo("cancelled"));
    }

    private CompletableFuture<HttpResponse<String>> call(String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(ENDPOINT))
                .timeout(Duration.ofSeconds(30))
                .header("Api-Key", client.key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(REQUEST));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject detail(CompletableFuture<HttpResponse<String>> call) {
        return new JsonObject(call.join().body()).getJsonObject("detail");
    }

    /** The one job of the organization, once it is there. */
    private String job() {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .until(() -> client.get("/v1/jobs?limit=1").extract().<String>path("data[0].id"), id -> id != null);
    }
}
