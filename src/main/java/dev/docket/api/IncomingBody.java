package dev.docket.api;

import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The body of one request, read in steps with the socket paused between them. It lives on the event loop of its
 * connection; only {@link #stop()} may come from another thread.
 */
final class IncomingBody {
    private final HttpServerRequest request;
    private final Vertx vertx;
    private final Duration patience;
    private final SegmentedBuffer received;
    private Consumer<Throwable> whenGone = cause -> {};
    private UniEmitter<? super Boolean> step;
    private long bound;

    /** Not 0, which is the name of the first timer of all. */
    private long timer = -1;

    private boolean ended;
    private volatile boolean stopped;
    private long lastProgress;

    IncomingBody(HttpServerRequest request, long declared, Vertx vertx, Duration patience) {
        this.request = request;
        this.vertx = vertx;
        this.patience = patience;
        this.received = new SegmentedBuffer(declared);
        this.ended = request.isEnded();
        if (!ended) {
            listen();
        }
    }

    /** Says whom to tell when the client goes away between two steps. */
    void whenGone(Consumer<Throwable> listener) {
        whenGone = listener;
    }

    /**
     * Reads on. The item is true when the body has ended, false when it is longer than {@code upTo} bytes; then the
     * socket is paused, and what came is kept.
     */
    Uni<Boolean> read(long upTo) {
        return Uni.createFrom().emitter(emitter -> startStep(emitter, upTo));
    }

    long length() {
        return received.length();
    }

    Payload toPayload() {
        return received.toPayload();
    }

    /** Takes no more bytes: the call has its outcome. */
    void stop() {
        stopped = true;
    }

    private void listen() {
        request.pause();
        request.handler(this::take);
        request.endHandler(end -> finish());
        request.exceptionHandler(this::gone);
    }

    private void startStep(UniEmitter<? super Boolean> emitter, long upTo) {
        if (ended) {
            emitter.complete(true);
            return;
        }
        step = emitter;
        bound = upTo;
        lastProgress = System.nanoTime();
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT)) && received.length() == 0) {
            request.response().writeContinue();
        }
        request.resume();
        // Most bodies are there already, and over by now.
        if (step == emitter) {
            watch(patience.toMillis());
        }
    }

    private void take(Buffer chunk) {
        if (stopped || received.length() > bound) {
            return;
        }
        lastProgress = System.nanoTime();
        received.append(chunk);
        if (received.length() > bound && step != null) {
            request.pause();
            endStep().complete(false);
        }
    }

    private void finish() {
        ended = true;
        if (step != null) {
            endStep().complete(true);
        }
    }

    private void gone(Throwable cause) {
        Problem problem = new Problem(400, "body_incomplete", "The body ended before it was complete.", null, null);
        ProblemException failure = new ProblemException(problem);
        if (step != null) {
            endStep().fail(failure);
        } else {
            whenGone.accept(failure);
        }
    }

    private UniEmitter<? super Boolean> endStep() {
        UniEmitter<? super Boolean> emitter = step;
        step = null;
        // Left to its time, it would keep the whole call in memory until then.
        vertx.cancelTimer(timer);
        return emitter;
    }

    /** One timer that is set again, not one a chunk: a large body comes in thousands of chunks. */
    private void watch(long millis) {
        UniEmitter<? super Boolean> watched = step;
        timer = vertx.setTimer(Math.max(1, millis), due -> {
            if (step == watched && !stopped) {
                checkProgress();
            }
        });
    }

    private void checkProgress() {
        long idle = (System.nanoTime() - lastProgress) / 1_000_000;
        if (idle < patience.toMillis()) {
            watch(patience.toMillis() - idle);
            return;
        }
        // The rest may never come, so the connection cannot be used for another call.
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        String message = "No byte of the body came for " + patience.toSeconds() + " s.";
        Map<String, Object> details = Map.of("received_bytes", received.length());
        endStep().fail(new ProblemException(new Problem(408, "body_timeout", message, details, null)));
    }
}
