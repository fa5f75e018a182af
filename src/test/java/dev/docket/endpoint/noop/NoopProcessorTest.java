package dev.docket.endpoint.noop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.ProcessorMisconfigured;
import dev.docket.endpoint.Work;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoopProcessorTest {
    private final NoopProcessor processor = new NoopProcessor(3);

    @Test
    void answer_says_how_large_the_request_was_and_when_it_was_begun() {
        Instant before = Instant.now();

        Answer.Completed answer =
                (Answer.Completed) start("{\"a\":1}").answer().await().indefinitely();

        String body = new String(answer.body().toBytes(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body).startsWith("{\"object\":\"noop\",\"request_bytes\":7,\"started_at_micros\":");
        assertThat(Long.parseLong(body.replaceAll(".*:(\\d+)}", "$1")))
                .isBetween(
                        before.toEpochMilli() * 1000,
                        Instant.now().plusMillis(1).toEpochMilli() * 1000);
    }

    @Test
    void work_has_stopped_when_it_was_begun() {
        Work work = start("{}");
        work.abort();

        assertThat(work.stopped().await().indefinitely()).isNull();
    }

    @Test
    void every_endpoint_is_served_with_the_concurrency_that_is_configured() {
        assertThat(Endpoint.values()).allMatch(processor::serves);
        assertThat(processor.concurrency()).isEqualTo(3);
    }

    @Test
    void concurrency_of_nothing_is_refused() {
        assertThatThrownBy(() -> new NoopProcessor(0))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessageContaining("docket.bench.noop.concurrency");
    }

    private Work start(String request) {
        return processor.start(new Assignment(
                "org",
                JobId.fresh(),
                Endpoint.DOCUMENTS_PARSE,
                0,
                1,
                Payload.of(request.getBytes(StandardCharsets.UTF_8))));
    }
}
