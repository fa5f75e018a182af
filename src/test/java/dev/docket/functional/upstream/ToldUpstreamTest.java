package dev.docket.functional.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.Work;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service can be told of a cancel, after its exchange has ended. */
class ToldUpstreamTest {
    private static final String[] TOLD = {
        "cancel-path",
        "/v1/runs/{idempotency_key}/stop?job={job_id}",
        "cancel-timeout",
        "0.5S",
        "api-key",
        "sk_upstream"
    };

    private final RecordingUpstream upstream = RecordingUpstream.start().does(Behaviour.holding());

    @AfterEach
    void close() {
        upstream.close();
    }

    @Test
    void the_call_names_the_job_once_the_exchange_is_gone() {
        try (Forwarding forwarding = Forwarding.to(upstream, TOLD)) {
            Work work = forwarding.start("{}");
            Exchange exchange = abort(work);

            upstream.does(Behaviour.replying(204, ""));
            work.cancelled();

            Exchange told = upstream.next();
            String job = exchange.header("Docket-Job-Id");
            assertThat(told.requestLine()).isEqualTo("POST /v1/runs/" + job + "-0/stop?job=" + job + " HTTP/1.1");
            assertThat(told.header("Idempotency-Key")).isEqualTo(job + "-0");
            assertThat(told.header("Docket-Job-Id")).isEqualTo(job);
            assertThat(told.header("Api-Key")).isEqualTo("sk_upstream");
            assertThat(told.body()).isEmpty();
            assertThat(exchange.connection().isClosed()).isTrue();
            awaitCount(forwarding, "accepted");
        }
    }

    @Test
    void a_refused_call_is_counted_and_not_repeated() {
        try (Forwarding forwarding = Forwarding.to(upstream, TOLD)) {
            Work work = forwarding.start("{}");
            abort(work);

            upstream.does(Behaviour.replying(500, "{}"));
            work.cancelled();

            awaitCount(forwarding, "failed");
            assertThat(upstream.exchanges()).hasSize(2);
        }
    }

    @Test
    void a_call_that_is_not_answered_is_given_up() {
        try (Forwarding forwarding = Forwarding.to(upstream, TOLD)) {
            Work work = forwarding.start("{}");
            abort(work);

            work.cancelled();

            awaitCount(forwarding, "failed");
            upstream.next().connection().awaitClosed();
        }
    }

    @Test
    void a_call_that_cannot_be_made_is_counted() {
        try (Forwarding forwarding = Forwarding.to(upstream, TOLD)) {
            Work work = forwarding.start("{}");
            abort(work);

            upstream.close();
            work.cancelled();

            awaitCount(forwarding, "failed");
        }
    }

    @Test
    void nobody_is_told_of_work_that_ended_by_itself() {
        try (Forwarding forwarding = Forwarding.to(upstream, TOLD)) {
            upstream.does(Behaviour.replying(200, "{}"));
            Work answered = forwarding.start("{}");
            Forwarding.answer(answered);
            answered.cancelled();
            upstream.next();

            assertThatOnlyALaterCancelIsTold(forwarding);
        }
    }

    @Test
    void nobody_is_told_of_work_that_was_only_stopped() {
        try (Forwarding forwarding = Forwarding.to(upstream, TOLD)) {
            abort(forwarding.start("{}"));

            assertThatOnlyALaterCancelIsTold(forwarding);
        }
    }

    @Test
    void nobody_is_told_of_what_was_never_sent() {
        try (Forwarding forwarding = Forwarding.to(upstream, "concurrency", "1", TOLD[0], TOLD[1])) {
            forwarding.start("{}");
            Exchange first = upstream.next();
            Work waiting = forwarding.start("{}");
            waiting.abort();
            Forwarding.awaitStopped(waiting);
            waiting.cancelled();

            first.close();
            assertThatOnlyALaterCancelIsTold(forwarding);
        }
    }

    @Test
    void nobody_is_told_without_a_path_to_tell_it_at() {
        try (Forwarding forwarding = Forwarding.to(upstream)) {
            Work work = forwarding.start("{}");
            abort(work);

            work.cancelled();

            upstream.does(Behaviour.replying(200, "{}"));
            forwarding.answer("{}");
            assertThat(upstream.exchanges())
                    .extracting(Exchange::requestLine)
                    .containsOnly("POST /v1/documents/extract HTTP/1.1");
        }
    }

    /** Calls are made in order on one loop: one that should not have been made would be seen before this one. */
    private void assertThatOnlyALaterCancelIsTold(Forwarding forwarding) {
        upstream.does(Behaviour.holding());
        Work later = forwarding.start("{}");
        Exchange exchange = abort(later);
        upstream.does(Behaviour.replying(200, "{}"));
        later.cancelled();

        Exchange told = upstream.next();
        assertThat(told.header("Docket-Job-Id")).isEqualTo(exchange.header("Docket-Job-Id"));
        awaitCount(forwarding, "accepted");
    }

    private Exchange abort(Work work) {
        Exchange exchange = upstream.next();
        exchange.body();
        work.abort();
        Forwarding.awaitStopped(work);
        exchange.connection().awaitClosed();
        return exchange;
    }

    private static void awaitCount(Forwarding forwarding, String outcome) {
        Awaitility.await().until(() -> counts(forwarding).equals(List.of(outcome + " 1")));
    }

    private static List<String> counts(Forwarding forwarding) {
        return forwarding.meters().find("docket.upstream.cancel.calls").tag("service", "default").counters().stream()
                .map(counter -> counter.getId().getTag("outcome") + " " + (int) counter.count())
                .toList();
    }
}
