package dev.docket.functional.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.HeldAnswer;
import dev.docket.endpoint.Work;
import dev.docket.job.JobError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures pass and which are final, and what their jobs are told. */
class FailedForwardTest {
    private final RecordingUpstream upstream = RecordingUpstream.start();

    @AfterEach
    void close() {
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void a_status_that_may_pass_is_tried_again(int status) {
        upstream.does(Behaviour.replying(status, "{\"detail\": {\"code\": \"busy\", \"message\": \"Not now.\"}}"));

        Answer.FailedForNow failed = passing(answer());

        JobError error = failed.error();
        assertThat(failed.begun()).as("begun").isEqualTo(status != 429 && status != 503);
        assertThat(error.code()).isEqualTo("upstream_unavailable");
        assertThat(error.details())
                .isEqualTo(Map.of("upstream_status", status, "upstream_code", "busy", "upstream_message", "Not now."));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 401, 403, 404, 409, 413, 422, 501, 505})
    void any_other_status_is_final(int status) {
        upstream.does(
                Behaviour.replying(status, "{\"detail\": \"No.\"}", "Location: " + upstream.url() + "/elsewhere"));

        JobError error = last(answer());

        assertThat(error.code()).isEqualTo("upstream_rejected");
        assertThat(error.details()).isEqualTo(Map.of("upstream_status", status, "upstream_message", "No."));
        assertThat(upstream.exchanges()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"detail":[{"type":"missing","loc":["body","model"],"msg":"Field required"}]}|missing|Field required
            {"error":{"code":"bad_key","message":"Who are you?"}}|bad_key|Who are you?
            {"error":"plain"}||plain
            {"code":17,"message":"bare"}|17|bare
            {"detail":null}||
            {"detail":[]}||
            [1,2]||
            <html>||
            """)
    void what_the_service_said_is_found_in_the_usual_forms(String body, String code, String message) {
        upstream.does(Behaviour.replying(400, body));

        JobError error = last(answer());

        assertThat(error.details().get("upstream_code")).isEqualTo(code);
        assertThat(error.details().get("upstream_message")).isEqualTo(message);
    }

    @Test
    void what_the_service_said_is_shortened_and_has_no_credentials() {
        upstream.does(Behaviour.replying(
                401, "{\"detail\": \"sk_upstream_7 is not known \\u0000" + "x".repeat(10_000) + "\"}"));

        try (Forwarding forwarding = Forwarding.to(upstream, "api-key", "sk_upstream_7")) {
            String message = (String) last(forwarding.answer("{}")).details().get("upstream_message");

            assertThat(message).startsWith("*** is not known x").hasSize(300);
        }
    }

    @Test
    void a_refusal_of_any_length_is_cut_short() {
        upstream.does(exchange -> {
            exchange.head(500, 1_000_000_000);
            exchange.write(new byte[100_000]);
            exchange.holdUntilClosed();
        });

        assertThat(passing(answer()).error().code()).isEqualTo("upstream_unavailable");
        upstream.next().connection().awaitClosed();
    }

    @Test
    void a_refusal_before_all_was_sent_is_heard() {
        upstream.does(new Behaviour() {
            @Override
            public void begun(Exchange exchange) throws IOException {
                exchange.reply(413, "{\"detail\": \"Too large.\"}");
            }

            @Override
            public void received(Exchange exchange) {}
        });

        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Answer answer = Forwarding.answer(forwarding.start(new byte[20_000_000], new HeldAnswer()));

            assertThat(last(answer).details()).containsEntry("upstream_status", 413);
            upstream.next().connection().awaitClosed();
        }
    }

    @Test
    void a_wait_in_seconds_is_granted() {
        upstream.does(Behaviour.replying(503, "", "Retry-After: 17"));

        assertThat(passing(answer()).after()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void a_wait_until_a_date_is_counted_by_the_clock_of_the_service() {
        upstream.does(Behaviour.replying(
                429, "", "Date: Wed, 21 Oct 2015 07:28:00 GMT", "Retry-After: Wed, 21 Oct 2015 07:29:30 GMT"));

        assertThat(passing(answer()).after()).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({
        "'86400',3600",
        "'99999999999999999999',3600",
        "'-5',0",
        "'soon',0",
        "'Wed, 21 Oct 2015 07:28:00 GMT',0",
        "'Fri, 31 Dec 9999 23:59:59 GMT',3600"
    })
    void a_wait_is_bounded(String asked, long seconds) {
        upstream.does(Behaviour.replying(503, "", "Retry-After: " + asked));

        assertThat(passing(answer()).after()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_refused_connection_is_tried_again() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }

        try (Forwarding forwarding = Forwarding.to("http://127.0.0.1:" + port)) {
            assertNotBegun(forwarding.answer("{}"), "upstream_unavailable", "could not be connected to");
        }
    }

    @Test
    void a_name_that_is_not_known_is_tried_again() {
        try (Forwarding forwarding = Forwarding.to("http://nowhere.invalid")) {
            assertNotBegun(forwarding.answer("{}"), "upstream_unavailable", "could not be resolved");
        }
    }

    @Test
    void a_reset_before_the_answer_is_tried_again() {
        upstream.does(Exchange::reset);

        assertPasses(answer(), "upstream_unavailable", "broke off");
    }

    @Test
    void a_reset_inside_the_answer_is_tried_again() {
        upstream.does(exchange -> {
            exchange.head(200, 1000);
            exchange.write("{\"half\":".getBytes(StandardCharsets.UTF_8));
            exchange.reset();
        });

        assertPasses(answer(), "upstream_unavailable", "broke off");
    }

    @Test
    void an_end_inside_the_answer_is_tried_again() {
        upstream.does(exchange -> {
            exchange.head(200, 1000);
            exchange.write("{\"half\":".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        assertPasses(answer(), "upstream_unavailable", "broke off");
    }

    @Test
    void an_end_inside_an_answer_without_a_length_is_tried_again() {
        upstream.does(exchange -> {
            exchange.head(200, -1);
            exchange.write("{\"half\":".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        assertPasses(answer(), "upstream_unavailable", "broke off");
    }

    @Test
    void what_does_not_speak_http_is_tried_again() {
        upstream.does(exchange -> {
            exchange.write("220 mail.example.com ESMTP\r\n".getBytes(StandardCharsets.UTF_8));
            exchange.holdUntilClosed();
        });

        assertPasses(answer(), "upstream_unavailable", "broke off");
        upstream.next().connection().awaitClosed();
    }

    @Test
    void no_connection_in_time_is_a_timeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                Forwarding forwarding =
                        Forwarding.to("https://localhost:" + silent.getLocalPort(), "connect-timeout", "0.3S")) {
            assertNotBegun(forwarding.answer("{}"), "upstream_timeout", "No connection");
        }
    }

    @Test
    void no_place_in_the_pool_in_time_is_a_timeout() {
        upstream.does(Behaviour.holding());
        try (Forwarding forwarding = Forwarding.to(upstream, "concurrency", "1", "connect-timeout", "0.3S")) {
            forwarding.start("{}");
            upstream.next();

            assertNotBegun(forwarding.answer("{}"), "upstream_timeout", "No connection");
        }
    }

    @Test
    void a_service_that_takes_nothing_more_of_the_request_is_a_timeout() {
        upstream.does(Behaviour.stallingBeforeBody());
        try (Forwarding forwarding = Forwarding.to(upstream, "idle-timeout", "0.5S")) {
            Work work = forwarding.start(new byte[20_000_000], new HeldAnswer());

            assertPasses(Forwarding.answer(work), "upstream_timeout", "took nothing of the request");
            Forwarding.awaitStopped(work);
            upstream.next().goOn();
        }
    }

    @Test
    void a_service_that_does_not_begin_to_answer_is_a_timeout() {
        upstream.does(Behaviour.holding());
        try (Forwarding forwarding = Forwarding.to(upstream, "response-timeout", "0.3S")) {
            assertPasses(forwarding.answer("{}"), "upstream_timeout", "did not begin to answer within 0.3 s.");
            upstream.next().connection().awaitClosed();
        }
    }

    @Test
    void a_pause_inside_the_answer_is_a_timeout() {
        upstream.does(exchange -> {
            exchange.head(200, 1000);
            exchange.write("{\"half\":".getBytes(StandardCharsets.UTF_8));
            exchange.holdUntilClosed();
        });
        try (Forwarding forwarding = Forwarding.to(upstream, "idle-timeout", "0.3S")) {
            assertPasses(forwarding.answer("{}"), "upstream_timeout", "paused inside its answer");
            upstream.next().connection().awaitClosed();
        }
    }

    @Test
    void too_long_in_all_is_a_timeout() {
        upstream.does(Behaviour.holding());
        try (Forwarding forwarding = Forwarding.to(upstream, "total-timeout", "0.3S")) {
            assertPasses(forwarding.answer("{}"), "upstream_timeout", "took longer than");
            upstream.next().connection().awaitClosed();
        }
    }

    @Test
    void the_time_that_the_own_store_takes_is_not_counted_as_a_pause() {
        upstream.does(Behaviour.replying(200, "{}"));
        try (Forwarding forwarding = Forwarding.to(upstream, "idle-timeout", "0.2S", "total-timeout", "1S")) {
            Work work = forwarding.start("{}".getBytes(StandardCharsets.UTF_8), new GatedSink());

            assertPasses(Forwarding.answer(work), "upstream_timeout", "took longer than");
        }
    }

    @Test
    void work_that_begins_after_the_shutdown_is_tried_again_elsewhere() {
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            forwarding.answer("{}");
            forwarding.processors().close();

            assertPasses(forwarding.answer("{}"), "upstream_unavailable", "broke off");
            assertThat(upstream.exchanges()).hasSize(1);
        }
    }

    @Test
    void failures_are_counted_by_their_code() {
        upstream.does(Behaviour.replying(404, ""));
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            forwarding.answer("{}");

            assertThat(forwarding
                            .meters()
                            .get("docket.upstream")
                            .tags("service", "default", "outcome", "upstream_rejected")
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
    }

    private Answer answer() {
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Work work = forwarding.start("{}");
            Answer answer = Forwarding.answer(work);
            Forwarding.awaitStopped(work);
            return answer;
        }
    }

    private static void assertPasses(Answer answer, String code, String message) {
        assertFailed(answer, true, code, message);
    }

    /** Nothing of it has left, so it is no attempt. */
    private static void assertNotBegun(Answer answer, String code, String message) {
        assertFailed(answer, false, code, message);
    }

    private static void assertFailed(Answer answer, boolean begun, String code, String message) {
        assertThat(passing(answer).begun()).as("begun").isEqualTo(begun);
        JobError error = passing(answer).error();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).contains(message);
    }

    private static Answer.FailedForNow passing(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.FailedForNow.class);
        return (Answer.FailedForNow) answer;
    }

    private static JobError last(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).error();
    }
}
