package dev.docket.functional.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Work;
import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.Exchange;
import dev.docket.functional.upstream.RecordingUpstream;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Aborts: the service sees the end of its connections, and nothing works for the run any more. */
class AbortedModelTest {
    private final RecordingUpstream model = RecordingUpstream.start();

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void an_abort_before_the_first_byte_of_the_answer_cuts_the_call(String streaming) {
        model.does(Behaviour.holding());
        try (Asking asking = Asking.of(model, "streaming", streaming)) {
            Work work = asking.start(Endpoint.DOCUMENTS_EXTRACT, request());
            Exchange seen = model.next();
            seen.body();

            abort(work);

            seen.connection().awaitClosed();
        }
    }

    @Test
    void an_abort_amid_the_answer_cuts_the_call() {
        model.does(FakeModel.stallsBehind(FakeModel.event("{\"a\": \"")));
        try (Asking asking = Asking.of(model)) {
            Work work = asking.start(Endpoint.DOCUMENTS_EXTRACT, request());
            Exchange seen = model.next();
            seen.body();

            abort(work);

            seen.connection().awaitClosed();
        }
    }

    @Test
    void an_abort_while_the_service_takes_nothing_cuts_the_call() {
        model.does(Behaviour.stallingBeforeBody());
        ObjectNode request = request();
        request.set("document", Asking.text("x".repeat(30_000_000 / 100)));
        try (Asking asking = Asking.of(model)) {
            Work work = asking.start(Endpoint.DOCUMENTS_EXTRACT, request);
            Exchange seen = model.next();

            abort(work);

            seen.goOn();
            seen.connection().awaitClosed();
        }
    }

    @Test
    void an_abort_cuts_the_calls_of_all_votes() {
        model.does(Behaviour.holding());
        try (Asking asking = Asking.of(model)) {
            Work work = asking.start(Endpoint.DOCUMENTS_EXTRACT, request().put("n_consensus", 4));
            for (int i = 0; i < 4; i++) {
                model.next().body();
            }

            abort(work);

            model.exchanges().forEach(seen -> seen.connection().awaitClosed());
        }
        assertThat(model.exchanges()).hasSize(4);
    }

    @Test
    void an_abort_while_waiting_for_another_try_makes_none() {
        model.does(Behaviour.replying(503, "{}", "Retry-After: 3"));
        try (Asking asking = Asking.of(model, "retries", "5")) {
            Work work = asking.start(Endpoint.DOCUMENTS_EXTRACT, request());
            model.next().body();
            Awaitility.await().until(() -> asking.meters().find("docket.model").timer() != null);

            abort(work);
        }
        assertThat(model.exchanges()).hasSize(1);
    }

    @Test
    void a_run_that_waits_for_its_turn_is_stopped_without_one() {
        model.does(Behaviour.holding());
        try (Asking asking = Asking.of(model, "concurrency", "1")) {
            Work first = asking.start(Endpoint.DOCUMENTS_EXTRACT, request());
            model.next().body();
            Work second = asking.start(Endpoint.DOCUMENTS_EXTRACT, request());

            abort(second);
            abort(first);

            model.does(FakeModel.says("{}"));
            asking.extract(request());
        }
        assertThat(model.exchanges()).hasSize(2);
    }

    @Test
    void what_is_under_way_when_the_process_ends_may_be_tried_elsewhere() {
        model.does(Behaviour.holding());
        Asking asking = Asking.of(model);
        Work work = asking.start(Endpoint.DOCUMENTS_EXTRACT, request());
        Exchange seen = model.next();
        seen.body();

        asking.processors().close();

        assertThat(work.answer().await().indefinitely()).isInstanceOf(Answer.FailedForNow.class);
        seen.connection().awaitClosed();
        asking.close();
    }

    /** The work stops, and never answers. */
    private static void abort(Work work) {
        CompletableFuture<Answer> answer = work.answer().subscribeAsCompletionStage();
        work.abort();
        work.abort();
        Asking.awaitStopped(work);
        assertThat(answer).isNotDone();
    }

    private static ObjectNode request() {
        return Asking.extraction("{'type':'object','properties':{'a':{'type':'string'}}}");
    }
}
