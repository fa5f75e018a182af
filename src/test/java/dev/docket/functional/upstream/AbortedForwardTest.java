package dev.docket.functional.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.HeldAnswer;
import dev.docket.endpoint.Work;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An abort ends the exchange at once, wherever it is. */
class AbortedForwardTest {
    private static final byte[] LARGE = new byte[20_000_000];
    private static final byte[] SMALL = "{}".getBytes(StandardCharsets.UTF_8);

    private final RecordingUpstream upstream = RecordingUpstream.start();

    @AfterEach
    void close() {
        upstream.close();
    }

    @Test
    void while_it_waits_for_a_connection_of_the_pool() {
        upstream.does(Behaviour.holding());
        try (Forwarding forwarding = Forwarding.to(upstream, "concurrency", "1")) {
            forwarding.start("{\"first\":1}");
            Exchange first = upstream.next();
            Work second = forwarding.start("{\"second\":1}");

            abort(second);

            upstream.does(Behaviour.replying(200, "{}"));
            first.close();
            forwarding.answer("{\"third\":1}");
            assertThat(upstream.exchanges())
                    .extracting(seen -> new String(seen.body()))
                    .noneMatch(body -> body.contains("second"));
        }
    }

    @Test
    void while_it_connects() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                Forwarding forwarding =
                        Forwarding.to("https://localhost:" + silent.getLocalPort(), "connect-timeout", "0.5S")) {
            Work work = forwarding.start("{}");
            try (Socket shakingHands = silent.accept()) {
                abort(work);

                String said = new String(shakingHands.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(said).doesNotContain("POST");
            }
        }
    }

    @Test
    void while_it_sends_to_a_service_that_no_longer_reads() {
        upstream.does(Behaviour.stallingBeforeBody());
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Work work = forwarding.start(LARGE, new HeldAnswer());
            Exchange seen = upstream.next();
            seen.connection().awaitCongestion();

            abort(work);

            seen.goOn();
            seen.connection().awaitClosed();
            assertThat(seen.isReceived()).isFalse();
        }
    }

    @Test
    void while_it_waits_for_the_answer() {
        upstream.does(Behaviour.holding());
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Work work = forwarding.start("{}");
            Exchange seen = upstream.next();

            abort(work);

            seen.connection().awaitClosed();
        }
    }

    @Test
    void while_it_reads_the_answer() {
        upstream.does(halfAnAnswer());
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            GatedSink sink = new GatedSink();
            sink.open();
            Work work = forwarding.start(SMALL, sink);
            sink.awaitFirstWrite();

            abort(work);

            upstream.next().connection().awaitClosed();
        }
    }

    @Test
    void while_the_answer_waits_for_the_store() {
        upstream.does(halfAnAnswer());
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            GatedSink sink = new GatedSink();
            Work work = forwarding.start(SMALL, sink);
            sink.awaitFirstWrite();

            abort(work);

            upstream.next().connection().awaitClosed();
        }
    }

    @Test
    void while_it_reads_a_refusal() {
        CompletableFuture<Void> written = new CompletableFuture<>();
        upstream.does(exchange -> {
            exchange.head(500, 1000);
            written.complete(null);
            exchange.holdUntilClosed();
        });
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Work work = forwarding.start("{}");
            written.join();

            abort(work);

            upstream.next().connection().awaitClosed();
        }
    }

    @Test
    void leaves_a_connection_alone_that_another_exchange_has_by_now() {
        try (Forwarding forwarding = Forwarding.to(upstream, "concurrency", "1")) {
            GatedSink sink = new GatedSink();
            Work read = forwarding.start(SMALL, sink);
            sink.awaitFirstWrite();
            upstream.does(Exchange::stallThenReply);
            Work other = forwarding.start("{\"other\":1}");
            Exchange first = upstream.next();
            Exchange second = upstream.next();
            assertThat(second.connection()).isSameAs(first.connection());

            abort(read);

            second.goOn();
            assertThat(Forwarding.answer(other)).isInstanceOf(Answer.Completed.class);
        }
    }

    @Test
    void after_the_answer_changes_nothing() {
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Work work = forwarding.start("{}");
            Forwarding.answer(work);
            Forwarding.awaitStopped(work);

            work.abort();
            forwarding.answer("{}");

            assertThat(upstream.connections()).hasSize(1);
            assertThat(Forwarding.answer(work)).isInstanceOf(Answer.Completed.class);
        }
    }

    @Test
    void twice_is_once() {
        upstream.does(Behaviour.holding());
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Work work = forwarding.start("{}");
            upstream.next();

            work.abort();
            abort(work);

            assertThat(forwarding
                            .meters()
                            .get("docket.upstream")
                            .tag("outcome", "aborted")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(forwarding
                            .meters()
                            .get("docket.upstream.in.flight")
                            .gauge()
                            .value())
                    .isZero();
        }
    }

    /** The work stops, and never answers. */
    private static void abort(Work work) {
        CompletableFuture<Answer> answer = work.answer().subscribeAsCompletionStage();
        work.abort();
        Forwarding.awaitStopped(work);
        assertThat(answer).isNotDone();
    }

    private static Behaviour halfAnAnswer() {
        return exchange -> {
            exchange.head(200, 1000);
            exchange.write("{\"half\":\"".getBytes(StandardCharsets.UTF_8));
            exchange.holdUntilClosed();
        };
    }
}
