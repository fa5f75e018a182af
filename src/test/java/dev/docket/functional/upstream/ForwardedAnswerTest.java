package dev.docket.functional.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.HeldAnswer;
import dev.docket.endpoint.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers of success are taken, and which are not. */
class ForwardedAnswerTest {
    private static final int PIECE = 64 * 1024;

    private final RecordingUpstream upstream = RecordingUpstream.start();

    @AfterEach
    void close() {
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"text\"", "{", "{} {}", "{\"a\":01}", "<html></html>", "{'a':1}"})
    void what_is_not_one_json_object_fails_the_job(String body) {
        upstream.does(Behaviour.replying(200, body));

        assertFails("upstream_answer_invalid");
    }

    @Test
    void no_content_fails_the_job() {
        upstream.does(exchange -> exchange.write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.UTF_8)));

        assertFails("upstream_answer_invalid");
    }

    @Test
    void bytes_that_are_not_utf_8_fail_the_job() {
        upstream.does(exchange -> {
            exchange.head(200, 9);
            exchange.write(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, '"', '}'});
        });

        assertFails("upstream_answer_invalid");
    }

    @Test
    void an_answer_that_announces_too_many_bytes_fails_the_job_before_they_come() {
        upstream.does(exchange -> {
            exchange.head(200, 2000);
            exchange.holdUntilClosed();
        });

        assertFails("upstream_answer_too_large", "max-answer", "1999");
        upstream.next().connection().awaitClosed();
    }

    @Test
    void an_answer_that_turns_out_too_large_fails_the_job() {
        upstream.does(exchange -> {
            exchange.head(200, -1);
            exchange.write(("{\"a\":\"" + "x".repeat(5_000)).getBytes(StandardCharsets.UTF_8));
            exchange.holdUntilClosed();
        });

        assertFails("upstream_answer_too_large", "max-answer", "2000");
        upstream.next().connection().awaitClosed();
    }

    @Test
    void an_answer_of_just_the_limit_is_taken() {
        upstream.does(Behaviour.replying(200, "{\"a\":\"bc\"}"));

        assertThat(answer("max-answer", "10")).isInstanceOf(Answer.Completed.class);
        assertFails("upstream_answer_too_large", "max-answer", "9");
    }

    @Test
    void an_answer_in_chunks_is_taken() {
        upstream.does(exchange -> exchange.write(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n3\r\n:1}\r\n0\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(text(answer())).isEqualTo("{\"a\":1}");
    }

    @Test
    void an_answer_that_ends_with_its_connection_is_taken() {
        upstream.does(exchange -> {
            exchange.head(200, -1);
            exchange.write("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        assertThat(text(answer())).isEqualTo("{\"a\":1}\n");
    }

    @Test
    void what_is_said_before_the_answer_is_passed_over() {
        upstream.does(exchange -> {
            exchange.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            exchange.reply(200, "{\"a\":1}");
        });

        assertThat(text(answer())).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_service_is_held_up_while_the_store_is_slow() {
        int length = 30_000_000;
        AtomicLong sent = new AtomicLong();
        upstream.does(exchange -> {
            exchange.head(200, length);
            byte[] text = ("{\"a\":\"" + "x".repeat(length - 8) + "\"}").getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < length; at += PIECE) {
                exchange.write(Arrays.copyOfRange(text, at, Math.min(length, at + PIECE)));
                sent.addAndGet(PIECE);
            }
        });
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            GatedSink sink = new GatedSink();
            Work work = forwarding.start("{}".getBytes(StandardCharsets.UTF_8), sink);
            sink.awaitFirstWrite();
            AtomicLong before = new AtomicLong();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> sent.get() == before.getAndSet(sent.get()));

            assertThat(sent.get()).isLessThan(length / 2);
            sink.open();

            assertThat(text(Forwarding.answer(work))).hasSize(length);
        }
    }

    @Test
    void an_answer_before_all_was_sent_is_taken_and_ends_the_connection() {
        upstream.does(new Behaviour() {
            @Override
            public void begun(Exchange exchange) throws IOException {
                exchange.reply(200, "{\"early\":true}");
                exchange.stall();
            }

            @Override
            public void received(Exchange exchange) {}
        });
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Work work = forwarding.start(new byte[20_000_000], new HeldAnswer());

            assertThat(text(Forwarding.answer(work))).isEqualTo("{\"early\":true}");
            Forwarding.awaitStopped(work);

            Exchange seen = upstream.next();
            seen.goOn();
            seen.connection().awaitClosed();
        }
    }

    @Test
    void an_answer_that_cannot_be_stored_is_asked_for_again() {
        upstream.does(Behaviour.replying(200, "{\"a\":1}"));
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            GatedSink sink = new GatedSink();
            Work work = forwarding.start("{}".getBytes(StandardCharsets.UTF_8), sink);
            sink.awaitFirstWrite();

            sink.breakDown();

            assertThat(((Answer.FailedForNow) Forwarding.answer(work)).error().code())
                    .isEqualTo("processor_failed");
        }
    }

    private void assertFails(String code, String... settings) {
        Answer answer = answer(settings);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed) answer).error().code()).isEqualTo(code);
    }

    private Answer answer(String... settings) {
        try (Forwarding forwarding = Forwarding.to(upstream, settings)) {
            Work work = forwarding.start("{}");
            Answer answer = Forwarding.answer(work);
            Forwarding.awaitStopped(work);
            return answer;
        }
    }

    private static String text(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Completed.class);
        return new String(((Answer.Completed) answer).body().toBytes(), StandardCharsets.UTF_8);
    }
}
