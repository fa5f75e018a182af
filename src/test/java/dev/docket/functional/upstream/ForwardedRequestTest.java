package dev.docket.functional.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.HeldAnswer;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a service is sent. */
class ForwardedRequestTest {
    private final RecordingUpstream upstream = RecordingUpstream.start();

    @AfterEach
    void close() {
        upstream.close();
    }

    @Test
    void a_request_arrives_byte_for_byte_and_its_answer_comes_back() {
        String request = "{ \"b\":1.10, \"a\":\"\\u0000 é\" }";
        upstream.does(Behaviour.replying(201, "{\"text\": \"ü\"}"));

        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Answer.Completed answer = (Answer.Completed) forwarding.answer(request);

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(new String(answer.body().toBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"text\": \"ü\"}");
            assertThat(upstream.next().body()).isEqualTo(request.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void the_path_is_that_of_the_endpoint(Endpoint endpoint) {
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Forwarding.answer(forwarding.start(new Assignment(
                    "org", JobId.fresh(), endpoint, 0, 1, Payload.of("{}".getBytes(StandardCharsets.UTF_8)))));

            assertThat(upstream.next().requestLine()).isEqualTo("POST " + endpoint.path() + " HTTP/1.1");
        }
    }

    @Test
    void a_path_of_the_base_url_comes_first() {
        try (Forwarding forwarding = Forwarding.to(upstream.url() + "/gateway/retab/")) {
            forwarding.answer("{}");

            assertThat(upstream.next().requestLine()).isEqualTo("POST /gateway/retab/v1/documents/extract HTTP/1.1");
        }
    }

    @Test
    void the_service_is_told_whose_call_it_is() {
        JobId job = JobId.fresh();

        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Forwarding.answer(forwarding.start(new Assignment(
                    "org",
                    job,
                    Endpoint.DOCUMENTS_EXTRACT,
                    2,
                    3,
                    Payload.of("{}".getBytes(StandardCharsets.UTF_8)),
                    new HeldAnswer())));

            Exchange seen = upstream.next(job.value());
            assertThat(seen.header("Idempotency-Key")).isEqualTo(job + "-2");
            assertThat(seen.header("Docket-Attempt")).isEqualTo("3");
            assertThat(seen.header("Docket-Job-Id")).isEqualTo(job.value());
            assertThat(seen.header("Content-Type")).isEqualTo("application/json");
            assertThat(seen.header("Content-Length")).isEqualTo("2");
            assertThat(seen.header("Accept")).isEqualTo("application/json");
            assertThat(seen.header("Host")).isEqualTo("localhost:" + upstream.port());
        }
    }

    @Test
    void a_key_and_chosen_headers_go_with_the_call() {
        try (Forwarding forwarding =
                Forwarding.to(upstream, "api-key", "sk_upstream", "headers", "X-Team: papers, X-Stage:  test ")) {
            forwarding.answer("{}");

            Exchange seen = upstream.next();
            assertThat(seen.header("Api-Key")).isEqualTo("sk_upstream");
            assertThat(seen.header("Authorization")).isNull();
            assertThat(seen.header("X-Team")).isEqualTo("papers");
            assertThat(seen.header("X-Stage")).isEqualTo("test");
        }
    }

    @Test
    void an_authorization_goes_with_the_call() {
        try (Forwarding forwarding = Forwarding.to(upstream, "authorization", "Bearer abc.def")) {
            forwarding.answer("{}");

            assertThat(upstream.next().header("Authorization")).isEqualTo("Bearer abc.def");
        }
    }

    @Test
    void a_large_request_arrives_byte_for_byte() {
        byte[] request = large(20_000_000);

        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Answer answer = Forwarding.answer(forwarding.start(request, new HeldAnswer()));

            assertThat(answer).isInstanceOf(Answer.Completed.class);
            assertThat(upstream.next().body()).isEqualTo(request);
        }
    }

    @Test
    void one_connection_serves_one_call_after_the_other() {
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            forwarding.answer("{}");
            forwarding.answer("{}");
            forwarding.answer("{}");

            assertThat(upstream.exchanges()).hasSize(3);
            assertThat(upstream.connections()).hasSize(1);
        }
    }

    private static byte[] large(int length) {
        byte[] letters = new byte[length];
        Random random = new Random(11);
        for (int i = 0; i < length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
        byte[] start = "{\"document\":\"".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, letters, 0, start.length);
        letters[length - 2] = '"';
        letters[length - 1] = '}';
        return letters;
    }
}
