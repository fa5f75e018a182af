package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.LocalProcessor;
import dev.docket.endpoint.local.LocalWorkers;
import dev.docket.endpoint.local.ParseDocument;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalWorkersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Payload BODY = Payload.of("{}".getBytes(UTF_8));

    private final List<LocalWorkers> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(LocalWorkers::close);
    }

    @Test
    void the_processor_takes_as_many_documents_as_it_has_threads() {
        assertThat(processor(Map.of("docket.local.threads", "3"), request -> BODY)
                        .concurrency())
                .isEqualTo(3);
    }

    @Test
    void an_abort_before_the_start_takes_the_work_out_of_the_queue() {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Payload> begun = new ArrayList<>();
        LocalProcessor processor = processor(Map.of(), request -> {
            begun.add(request);
            busy.countDown();
            await(release);
            return BODY;
        });
        Work first = start(processor, BODY);
        await(busy);
        Work second = start(processor, Payload.of("{\"second\":1}".getBytes(UTF_8)));
        second.abort();
        second.stopped().await().atMost(PATIENCE);
        release.countDown();
        assertThat(first.answer().await().atMost(PATIENCE)).isInstanceOf(Answer.Completed.class);
        assertThat(begun).containsExactly(BODY);
        assertThat(answered(second)).isFalse();
    }

    @Test
    void an_abort_during_the_work_frees_the_thread_and_is_not_answered() {
        CountDownLatch begun = new CountDownLatch(1);
        LocalProcessor processor = processor(Map.of(), request -> {
            if (request == BODY) {
                begun.countDown();
                spinUntilInterrupted();
            }
            return BODY;
        });
        Work work = start(processor, BODY);
        await(begun);
        assertThat(work.stopped().subscribeAsCompletionStage()).isNotDone();
        work.abort();
        work.abort();
        work.stopped().await().atMost(PATIENCE);
        assertThat(answered(work)).isFalse();
        Work next = start(processor, Payload.of("{\"next\":1}".getBytes(UTF_8)));
        assertThat(next.answer().await().atMost(PATIENCE)).isInstanceOf(Answer.Completed.class);
    }

    @Test
    void an_abort_after_the_answer_changes_nothing() {
        Work work = start(processor(Map.of(), request -> BODY), BODY);
        Answer answer = work.answer().await().atMost(PATIENCE);
        work.abort();
        work.stopped().await().atMost(PATIENCE);
        assertThat(work.answer().await().atMost(PATIENCE)).isSameAs(answer);
    }

    @Test
    void work_over_the_time_limit_fails_at_once_and_stops_when_the_thread_is_free() {
        CountDownLatch release = new CountDownLatch(1);
        LocalProcessor processor = processor(Map.of("docket.local.time-limit", "0.01S"), request -> {
            spinUntilInterrupted();
            awaitUninterrupted(release);
            return BODY;
        });
        Work work = start(processor, BODY);
        assertThat(code(work)).isEqualTo("execution_timeout");
        CompletableFuture<Void> stopped = work.stopped().subscribeAsCompletionStage();
        assertThat(stopped).isNotDone();
        release.countDown();
        work.stopped().await().atMost(PATIENCE);
    }

    @Test
    void running_out_of_memory_or_stack_is_an_answer_and_the_thread_lives_on() {
        LocalProcessor processor = processor(Map.of(), request -> {
            throw request == BODY ? new OutOfMemoryError() : new StackOverflowError();
        });
        assertThat(code(start(processor, BODY))).isEqualTo("document_too_large");
        assertThat(code(start(processor, Payload.of(new byte[0])))).isEqualTo("document_too_large");
    }

    @Test
    void an_exception_that_nobody_foresaw_is_an_answer() {
        LocalProcessor processor = processor(Map.of(), request -> {
            throw new IllegalStateException("content of a document");
        });
        assertThat(code(start(processor, BODY))).isEqualTo("processor_failed");
    }

    @Test
    void closing_the_workers_hands_the_work_back() {
        CountDownLatch begun = new CountDownLatch(1);
        LocalProcessor processor = processor(Map.of(), request -> {
            begun.countDown();
            spinUntilInterrupted();
            return new ParseDocument(Parsing.limits(Map.of()))
                    .answer(documents().findFirst().orElseThrow());
        });
        Work running = start(processor, BODY);
        await(begun);
        Work waiting = start(processor, BODY);
        opened.forEach(LocalWorkers::close);
        for (Work work : List.of(running, waiting, start(processor, BODY))) {
            assertThat(work.answer().await().atMost(PATIENCE)).isInstanceOf(Answer.FailedForNow.class);
            work.stopped().await().atMost(PATIENCE);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_reader_notices_an_abort(Payload document) {
        CountDownLatch begun = new CountDownLatch(1);
        List<Payload> finished = new ArrayList<>();
        ParseDocument parse = new ParseDocument(Parsing.limits(Map.of()));
        LocalProcessor processor = processor(Map.of(), request -> {
            begun.countDown();
            spinUntilInterrupted();
            finished.add(parse.answer(request));
            return BODY;
        });
        Work work = start(processor, document);
        await(begun);
        work.abort();
        work.stopped().await().atMost(PATIENCE);
        assertThat(finished).isEmpty();
    }

    static Stream<Payload> documents() throws IOException {
        byte[] html = "<p>text</p>".getBytes(UTF_8);
        byte[] csv = "a,b\n".getBytes(UTF_8);
        byte[] rtf = "{\\rtf1 text}".getBytes(UTF_8);
        byte[] odt = OfficePaper.openDocument(OfficePaper.ODT, "", "<office:text><text:p>text</text:p></office:text>");
        return Stream.of(
                        Parsing.request("a.txt", "", "text".getBytes(UTF_8)),
                        Parsing.request("a.csv", "", csv),
                        Parsing.request("a.html", "", html),
                        Parsing.request("a.eml", "", "Subject: a\r\n\r\ntext".getBytes(UTF_8)),
                        Parsing.request("a.rtf", "", rtf),
                        Parsing.request("a.pdf", "", SampleInvoice.draw()),
                        Parsing.request("a.docx", "", OfficePaper.docx()),
                        Parsing.request("a.odt", "", odt))
                .map(request -> Payload.of(Parsing.bytes(request)));
    }

    private interface Reading {
        Payload answer(Payload request) throws IOException;
    }

    private LocalProcessor processor(Map<String, String> settings, Reading reading) {
        Map<String, String> all = new HashMap<>(Map.of("docket.local.threads", "1"));
        all.putAll(settings);
        LocalWorkers workers = new LocalWorkers(Parsing.config(all));
        opened.add(workers);
        return new LocalProcessor(workers, List.of(new LocalCall() {
            @Override
            public Endpoint endpoint() {
                return Endpoint.DOCUMENTS_PARSE;
            }

            @Override
            public Payload answer(Payload request) throws IOException {
                return reading.answer(request);
            }
        }));
    }

    private static Work start(LocalProcessor processor, Payload request) {
        return processor.start(new Assignment("org", JobId.fresh(), Endpoint.DOCUMENTS_PARSE, 0, 1, request));
    }

    private static String code(Work work) {
        return ((Answer.Failed) work.answer().await().atMost(PATIENCE)).error().code();
    }

    private static boolean answered(Work work) {
        return work.answer().subscribeAsCompletionStage().isDone();
    }

    private static void spinUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
