package dev.docket.endpoint.noop;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.ProcessorMisconfigured;
import dev.docket.endpoint.Work;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Answers every request at once with its size and the moment it was begun, so that only the service's work is left. */
final class NoopProcessor implements Processor {
    private static final int OK = 200;

    private final int concurrency;

    NoopProcessor(int concurrency) {
        if (concurrency < 1) {
            throw new ProcessorMisconfigured("docket.bench.noop.concurrency is " + concurrency + ", less than 1");
        }
        this.concurrency = concurrency;
    }

    @Override
    public String name() {
        return NoopProcessors.NAME;
    }

    @Override
    public boolean serves(Endpoint endpoint) {
        return true;
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    @Override
    public Work start(Assignment assignment) {
        long startedAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        String body = "{\"object\":\"noop\",\"request_bytes\":"
                + assignment.request().length() + ",\"started_at_micros\":" + startedAt + "}";
        return new Done(new Answer.Completed(OK, Payload.of(body.getBytes(StandardCharsets.US_ASCII))));
    }

    /** Work that was over when it was begun. */
    private record Done(Answer given) implements Work {
        @Override
        public Uni<Answer> answer() {
            return Uni.createFrom().item(given);
        }

        @Override
        public void abort() {}

        @Override
        public Uni<Void> stopped() {
            return Uni.createFrom().voidItem();
        }
    }
}
