package dev.docket.endpoint.model;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.exchange.Failures;
import dev.docket.endpoint.exchange.Refusals;
import dev.docket.endpoint.exchange.Wire;
import dev.docket.job.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One call of the service. All of it happens on the loop; there the first of end, failure and abort ends it, and what
 * comes after that finds it over.
 */
final class ModelExchange {
    private static final int ENOUGH_OF_A_REFUSAL = 16 * 1024;
    private static final long NONE = -1;

    private final ModelConnections connections;
    private final Listener listener;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final Buffer refusal = Buffer.buffer();
    private Wire wire;
    private HttpClientResponse response;
    private long received;
    private long total = NONE;
    private long silence = NONE;
    private boolean sent;
    private boolean whole;
    private boolean over;

    ModelExchange(ModelConnections connections, Listener listener) {
        this.connections = connections;
        this.listener = listener;
    }

    /** Hears of an answer of success, on the loop. */
    interface Listener {
        /** Its head is there; a failure that this throws ends the call. */
        void begun(HttpClientResponse response);

        void piece(Buffer piece);

        void ended();

        /** There is no answer, or no whole one. */
        void failed(Answer failure);
    }

    void begin(String url, Map<String, List<String>> headers, String body) {
        connections.execute(() -> {
            if (over) {
                gone.complete(null);
                return;
            }
            Duration limit = connections.service().config().totalTimeout();
            total = connections.after(limit, () -> overrun("The call took longer than", limit));
            connections
                    .post(url)
                    .onSuccess(request -> connected(request, headers, body))
                    .onFailure(failure -> fail(Failures.of(failure)));
        });
    }

    /** Cuts it off. Returns at once, may be called from any thread and more than once. */
    void abort() {
        connections.execute(() -> {
            if (!over) {
                end();
            }
        });
    }

    /** Comes when nothing is left of it. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    private void connected(HttpClientRequest request, Map<String, List<String>> headers, String body) {
        if (over) {
            request.exceptionHandler(expected -> {}).reset();
            return;
        }
        wire = Wire.heldBy(this, request.connection());
        request.exceptionHandler(failure -> fail(Failures.of(failure)));
        headers.forEach(request::putHeader);
        request.putHeader("User-Agent", "docket");
        request.response().onSuccess(this::answered).onFailure(failure -> fail(Failures.of(failure)));
        Duration limit = connections.service().config().responseTimeout();
        waitAtMost("The model service did not begin to answer within", limit);
        request.end(Buffer.buffer(body)).onSuccess(out -> sent = true);
    }

    private void answered(HttpClientResponse answer) {
        if (over) {
            return;
        }
        response = answer;
        receiving();
        answer.exceptionHandler(failure -> fail(isRefusal() ? verdict() : Failures.of(failure)));
        answer.handler(this::take).endHandler(end -> complete());
        if (!isRefusal()) {
            guarded(() -> listener.begun(answer));
        }
    }

    private void take(Buffer piece) {
        if (over) {
            return;
        }
        received += piece.length();
        if (isRefusal()) {
            refusal.appendBuffer(piece);
            if (refusal.length() >= ENOUGH_OF_A_REFUSAL) {
                fail(verdict());
            }
        } else if (received > connections.service().config().maxAnswer().asLongValue()) {
            fail(Failures.last(
                    ErrorCode.UPSTREAM_ANSWER_TOO_LARGE,
                    "The answer of the model service has more than "
                            + connections.service().config().maxAnswer().asLongValue() + " bytes."));
        } else {
            receiving();
            guarded(() -> listener.piece(piece));
        }
    }

    private void complete() {
        whole = true;
        if (over) {
            return;
        }
        if (isRefusal()) {
            fail(verdict());
            return;
        }
        end();
        guarded(listener::ended);
    }

    private boolean isRefusal() {
        return response.statusCode() / 100 != 2;
    }

    private Answer verdict() {
        return Refusals.of(response, refusal, connections.service().secrets());
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (ModelFailed failed) {
            fail(failed.answer());
        }
    }

    private void fail(Answer failure) {
        if (!over) {
            end();
            listener.failed(failure);
        }
    }

    /** A connection on which something is still on its way is of no use to anybody else. */
    private void end() {
        over = true;
        stop(total);
        stop(silence);
        if (wire == null || whole && sent) {
            gone.complete(null);
        } else {
            wire.cut(this, () -> gone.complete(null));
        }
    }

    private void receiving() {
        waitAtMost(
                "The model service paused inside its answer for",
                connections.service().config().idleTimeout());
    }

    private void waitAtMost(String what, Duration limit) {
        stop(silence);
        silence = connections.after(limit, () -> overrun(what, limit));
    }

    private void overrun(String what, Duration limit) {
        String seconds =
                BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
        fail(Failures.passing(ErrorCode.UPSTREAM_TIMEOUT, what + " " + seconds + " s."));
    }

    private void stop(long timer) {
        if (timer != NONE) {
            connections.cancelTimer(timer);
        }
    }
}
