package dev.docket.functional.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.AnswerSink;
import dev.docket.endpoint.Work;
import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.Certificate;
import dev.docket.functional.upstream.Exchange;
import dev.docket.job.JobError;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document that cannot be had means for its job, and how an abort ends the fetching of one. */
class FailedFetchTest {
    private static final String SECRET = "secret";

    @TempDir
    static Path folder;

    private static Certificate certificate;
    private static Certificate other;

    @BeforeAll
    static void make_certificates() {
        certificate = Certificate.of(Fetching.HOST, folder);
        other = Certificate.of("elsewhere.example", folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 204, 206, 304})
    void an_answer_that_will_stay_the_same_is_final(int status) {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(status, "", "Retry-After: 5"));

            JobError error = failed(Fetching.last(fetching.answer()));

            assertThat(error.details()).containsEntry("http_status", status).containsEntry("host", Fetching.HOST);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503})
    void an_answer_that_may_pass_is_tried_again_after_the_time_asked_for(int status) {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(status, "no " + SECRET, "Retry-After: 77"));

            Answer.FailedForNow answer = (Answer.FailedForNow) fetching.answer();

            assertThat(answer.after()).isEqualTo(Duration.ofSeconds(77));
            assertThat(failed(answer.error()).details()).containsEntry("http_status", status);
        }
    }

    @Test
    void a_server_that_is_not_there_is_tried_again() {
        try (Fetching fetching = Fetching.from(certificate)) {
            String nowhere = "https://" + Fetching.HOST + ":9/a?signature=" + SECRET;

            failed(Fetching.passing(Fetching.answer(fetching.start(Fetching.request(nowhere)))));
        }
    }

    @Test
    void a_name_that_is_not_known_is_tried_again() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.names(host -> CompletableFuture.failedStage(new UnknownHostException(host)));

            failed(Fetching.passing(fetching.answer()));
        }
    }

    @Test
    void an_answer_that_breaks_off_is_tried_again() {
        try (Fetching fetching = Fetching.from(certificate)) {
            for (Behaviour broken : List.<Behaviour>of(
                    Exchange::reset,
                    Exchange::close,
                    exchange -> {
                        exchange.head(200, 1000);
                        exchange.write(new byte[999]);
                        exchange.close();
                    },
                    exchange -> {
                        exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc".getBytes());
                        exchange.close();
                    },
                    exchange -> {
                        exchange.write("this is not HTTP\r\n\r\n".getBytes());
                        exchange.close();
                    })) {
                fetching.server().does(broken);

                failed(Fetching.passing(fetching.answer()));
            }
        }
    }

    @Test
    void a_body_that_is_longer_than_announced_ends_where_it_was_announced_to() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(exchange -> {
                exchange.head(200, 3);
                exchange.write("abcdef".getBytes());
            });

            assertThat(Fetching.resolved(fetching.answer())).contains(";base64,YWJj\"");
        }
    }

    @Test
    void a_certificate_of_another_host_is_final_and_nothing_is_sent() {
        try (Fetching fetching = Fetching.from(other)) {
            failed(Fetching.last(fetching.answer()));
            assertThat(fetching.server().exchanges()).isEmpty();
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_final_and_nothing_is_sent() {
        try (Fetching fetching = Fetching.from(certificate, other)) {
            failed(Fetching.last(fetching.answer()));
            assertThat(fetching.server().exchanges()).isEmpty();
        }
    }

    @Test
    void an_announced_length_over_the_limit_is_not_read() {
        try (Fetching fetching = Fetching.from(certificate, "max-bytes", "1M")) {
            fetching.server().does(exchange -> {
                exchange.head(200, 2_000_000_000_000L);
                exchange.holdUntilClosed();
            });

            tooLarge(fetching);
        }
    }

    @Test
    void a_body_without_end_is_cut_at_the_limit() {
        try (Fetching fetching = Fetching.from(certificate, "max-bytes", "1M")) {
            fetching.server().does(exchange -> {
                exchange.head(200, -1);
                while (!exchange.connection().isClosed()) {
                    exchange.write(new byte[10_000]);
                }
            });

            tooLarge(fetching);
        }
    }

    @Test
    void a_compressed_body_is_not_taken() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(200, "bomb", "Content-Encoding: gzip"));

            failed(Fetching.last(fetching.answer()));
        }
    }

    @Test
    void an_empty_document_is_no_document() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.replying(200, ""));

            assertThat(Fetching.last(fetching.answer()).code()).isEqualTo("document_empty");
        }
    }

    @Test
    void a_trickle_ends_with_the_time_for_all_of_it() {
        try (Fetching fetching = Fetching.from(certificate, "timeout", "1S")) {
            fetching.server().does(exchange -> {
                exchange.head(200, 1_000_000);
                exchange.write(new byte[100]);
                exchange.holdUntilClosed();
            });

            assertThat(failed(Fetching.passing(fetching.answer())).message()).contains("within 1 s");
            fetching.server().next().connection().awaitClosed();
        }
    }

    @Test
    void a_server_that_says_nothing_ends_with_the_time_for_all_of_it() {
        try (Fetching fetching = Fetching.from(certificate, "timeout", "1S")) {
            fetching.server().does(Behaviour.holding());

            failed(Fetching.passing(fetching.answer()));
            fetching.server().next().connection().awaitClosed();
        }
    }

    @Test
    void an_abort_closes_the_connection_and_answers_nothing() {
        try (Fetching fetching = Fetching.from(certificate)) {
            fetching.server().does(Behaviour.holding());
            Work work = fetching.start(Fetching.request(fetching.url("/a")));
            Exchange exchange = fetching.server().next();

            work.abort();
            Fetching.awaitStopped(work);

            exchange.connection().awaitClosed();
            assertThat(work.answer().subscribe().asCompletionStage()).isNotDone();
        }
    }

    @Test
    void an_abort_while_the_sink_is_at_work_closes_the_connection_too() {
        try (Fetching fetching = Fetching.from(certificate)) {
            CompletableFuture<Void> reached = new CompletableFuture<>();
            fetching.server().does(exchange -> {
                exchange.head(200, 20_000_000);
                exchange.write(new byte[1000]);
                exchange.holdUntilClosed();
            });
            Work work = fetching.start(Fetching.request(fetching.url("/a")), new AnswerSink() {
                @Override
                public Uni<Void> write(byte[] piece) {
                    if (!new String(piece).startsWith("\"data:")) {
                        return Uni.createFrom().voidItem();
                    }
                    reached.complete(null);
                    return Uni.createFrom().nothing();
                }

                @Override
                public Uni<Answer> completed(int statusCode) {
                    throw new AssertionError("there is more to come");
                }
            });
            reached.orTimeout(20, TimeUnit.SECONDS).join();

            work.abort();
            Fetching.awaitStopped(work);

            fetching.server().next().connection().awaitClosed();
        }
    }

    @Test
    void an_abort_while_a_name_is_looked_up_connects_to_nobody() {
        try (Fetching fetching = Fetching.from(certificate)) {
            CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
            fetching.names(host -> found);
            Work work = fetching.start(Fetching.request(fetching.url("/a")));

            work.abort();
            assertThat(work.stopped().subscribe().asCompletionStage()).isNotDone();
            found.complete(Fetching.found("127.0.0.1").toCompletableFuture().join());

            Fetching.awaitStopped(work);
            assertThat(fetching.server().connections()).isEmpty();
        }
    }

    private static void tooLarge(Fetching fetching) {
        JobError error = Fetching.last(fetching.answer());
        assertThat(error.code()).isEqualTo("document_too_large");
        assertThat(error.details()).containsEntry("limit", 1024 * 1024);
        fetching.server().next().connection().awaitClosed();
    }

    /** Whatever went wrong, only the host of the URL is told. */
    private static JobError failed(JobError error) {
        assertThat(error.code()).isEqualTo("document_fetch_failed");
        assertThat(error.toString()).doesNotContain(SECRET, "127.0.0.1");
        assertThat(error.details()).containsEntry("path", "request.document.url");
        return error;
    }
}
