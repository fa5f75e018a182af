package dev.docket.functional.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Work;
import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.RecordingUpstream;
import dev.docket.job.JobError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a job whose model does not answer as it should. */
class FailedModelTest {
    private final RecordingUpstream model = RecordingUpstream.start();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_refusal_and_a_filtered_answer_fail_the_job() {
        assertThat(failed(FakeModel.refuses("I cannot help with that.")).code()).isEqualTo("model_refused");
        assertThat(failed(FakeModel.says("{\"a\"", "content_filter")).code()).isEqualTo("model_refused");
        assertThat(failed(FakeModel.saysAtOnce(null, "I cannot.", "stop"), "streaming", "false")
                        .code())
                .isEqualTo("model_refused");
    }

    /** What is done before, or without it, says nothing of the service. */
    @Test
    void a_service_counts_as_asked_once_and_only_when_a_question_goes_to_it() {
        model.does(FakeModel.says("{}"));
        try (Asking asking = Asking.of(model)) {
            assertThat(timesAsked(asking, Endpoint.DOCUMENTS_EXTRACT, request().put("n_consensus", 3)))
                    .isOne();
            assertThat(timesAsked(asking, Endpoint.DOCUMENTS_PARSE, Asking.textRequest()))
                    .isZero();
            assertThat(timesAsked(asking, Endpoint.DOCUMENTS_EXTRACT, Asking.textRequest()))
                    .isZero();
        }
        assertThat(model.exchanges()).hasSize(3);
    }

    @Test
    void an_answer_that_was_cut_off_by_a_limit_fails_the_job() {
        assertThat(failed(FakeModel.says("{\"a\": \"lon", "length")).code()).isEqualTo("model_answer_cut_off");
        assertThat(failed(FakeModel.saysAtOnce("{\"a\": \"lon", null, "length"), "streaming", "false")
                        .code())
                .isEqualTo("model_answer_cut_off");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void a_status_that_may_pass_is_tried_again_after_the_time_asked_for(int status) {
        Answer.FailedForNow failed = passing(Behaviour.replying(status, "{}", "Retry-After: 17"));

        assertThat(failed.error().code()).isEqualTo("upstream_unavailable");
        assertThat(failed.error().details()).containsEntry("upstream_status", status);
        assertThat(failed.after()).isEqualTo(Duration.ofSeconds(17));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 422})
    void any_other_status_is_final_and_told_without_the_key(int status) {
        JobError error = failed(Behaviour.replying(
                status, "{\"error\":{\"code\":\"bad\",\"message\":\"Key " + Asking.KEY + " is bad\"}}"));

        assertThat(error.code()).isEqualTo("upstream_rejected");
        assertThat(error.details()).containsEntry("upstream_status", status).containsEntry("upstream_code", "bad");
        assertThat(error.details().toString()).doesNotContain(Asking.KEY);
    }

    @Test
    void a_short_wait_is_made_within_the_run() {
        model.does(FakeModel.inTurn(Behaviour.replying(503, "{}"), FakeModel.says("{}")));
        try (Asking asking = Asking.of(model, "retries", "1")) {
            asking.extract(request());
        }
        assertThat(model.exchanges()).hasSize(2);
    }

    @Test
    void a_long_wait_is_left_to_the_queue() {
        model.does(Behaviour.replying(429, "{}", "Retry-After: 60"));
        try (Asking asking = Asking.of(model, "retries", "3")) {
            assertThat(asking.failedForNow(request()).after()).isEqualTo(Duration.ofSeconds(60));
        }
        assertThat(model.exchanges()).hasSize(1);
    }

    @Test
    void a_stream_that_ends_too_soon_may_end_well_another_time() {
        assertThat(passing(FakeModel.ends(FakeModel.event("{\"a"))).error().code())
                .isEqualTo("upstream_unavailable");
        assertThat(passing(FakeModel.ends()).error().code()).isEqualTo("upstream_unavailable");
        assertThat(passing(exchange -> {
                            exchange.head(200, 500, FakeModel.STREAM);
                            exchange.write(FakeModel.event("{\"a").getBytes(StandardCharsets.UTF_8));
                            exchange.reset();
                        })
                        .error()
                        .code())
                .isEqualTo("upstream_unavailable");
    }

    @Test
    void an_error_amid_the_stream_may_pass() {
        Answer.FailedForNow failed = passing(FakeModel.stallsBehind(
                FakeModel.event("{\"a"), "data: {\"error\":{\"message\":\"overloaded\",\"code\":\"busy\"}}\n\n"));

        assertThat(failed.error().code()).isEqualTo("upstream_unavailable");
        assertThat(failed.error().details()).containsEntry("upstream_code", "busy");
    }

    @Test
    void what_is_not_of_the_protocol_is_final() {
        assertThat(failed(FakeModel.ends("data: {\"choices\": [\n\n")).code()).isEqualTo("upstream_answer_invalid");
        assertThat(failed(FakeModel.ends("data: {\"choices\": 7}\n\n")).code()).isEqualTo("upstream_answer_invalid");
        assertThat(failed(Behaviour.replying(200, "<html>", "Content-Type: text/html"))
                        .code())
                .isEqualTo("upstream_answer_invalid");
        assertThat(failed(Behaviour.replying(200, "nonsense"), "streaming", "false")
                        .code())
                .isEqualTo("upstream_answer_invalid");
    }

    @Test
    void an_endless_answer_is_given_up() {
        JobError error = failed(
                exchange -> {
                    exchange.head(200, -1, FakeModel.STREAM);
                    byte[] event = FakeModel.event("x".repeat(1000)).getBytes(StandardCharsets.UTF_8);
                    while (true) {
                        exchange.write(event);
                    }
                },
                "max-answer",
                "100K");

        assertThat(error.code()).isEqualTo("upstream_answer_too_large");
        model.next().connection().awaitClosed();
    }

    @Test
    void times_that_run_out_may_not_run_out_another_time() {
        assertThat(passing(Behaviour.holding(), "response-timeout", "0.1S")
                        .error()
                        .code())
                .isEqualTo("upstream_timeout");
        model.next().connection().awaitClosed();
        assertThat(passing(FakeModel.stallsBehind(FakeModel.event("{")), "idle-timeout", "0.1S")
                        .error()
                        .code())
                .isEqualTo("upstream_timeout");
        model.next().connection().awaitClosed();
        assertThat(passing(Behaviour.holding(), "total-timeout", "0.1S").error().code())
                .isEqualTo("upstream_timeout");
        model.next().connection().awaitClosed();
    }

    @Test
    void a_refused_connection_may_be_taken_another_time() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = taken.getLocalPort();
        }
        try (Asking asking = Asking.at("http://localhost:" + port + "/v1")) {
            Answer.FailedForNow failed = asking.failedForNow(request());

            assertThat(failed.error().code()).isEqualTo("upstream_unavailable");
        }
    }

    @Test
    void one_vote_that_fails_ends_the_others() {
        model.does(FakeModel.inTurn(Behaviour.holding(), Behaviour.replying(400, "{}"), Behaviour.holding()));
        try (Asking asking = Asking.of(model)) {
            assertThat(asking.answer(Endpoint.DOCUMENTS_EXTRACT, request().put("n_consensus", 2)))
                    .isInstanceOf(Answer.Failed.class);
        }
        model.exchanges().forEach(exchange -> exchange.connection().awaitClosed());
    }

    @Test
    void calls_are_timed_by_their_outcome() {
        model.does(FakeModel.inTurn(Behaviour.replying(400, "{}"), FakeModel.says("{}")));
        try (Asking asking = Asking.of(model)) {
            asking.failed(request());
            asking.extract(request());

            for (String outcome : new String[] {"completed", "upstream_rejected"}) {
                assertThat(asking.meters()
                                .get("docket.model")
                                .tag("outcome", outcome)
                                .timer()
                                .count())
                        .isEqualTo(1);
            }
        }
    }

    private static int timesAsked(Asking asking, Endpoint endpoint, ObjectNode request) {
        AtomicInteger times = new AtomicInteger();
        Work work = asking.start(endpoint, request);
        work.whenAsked(times::incrementAndGet);
        Asking.awaitStopped(work);
        return times.get();
    }

    private JobError failed(Behaviour behaviour, String... settings) {
        model.does(behaviour);
        try (Asking asking = Asking.of(model, settings)) {
            return asking.failed(request());
        }
    }

    private Answer.FailedForNow passing(Behaviour behaviour, String... settings) {
        model.does(behaviour);
        try (Asking asking = Asking.of(model, settings)) {
            return asking.failedForNow(request());
        }
    }

    private static ObjectNode request() {
        return Asking.extraction("{'type':'object','properties':{'a':{'type':'string'}}}");
    }
}
