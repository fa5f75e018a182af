package dev.docket.endpoint.upstream;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.exchange.Refusals;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.function.Consumer;

/** Takes in the beginning of an answer of failure, for what it says about the failure. */
final class ReadRefusal implements Reading {
    private static final int ENOUGH = 16 * 1024;

    private final Service service;
    private final HttpClientResponse response;
    private final Limits limits;
    private final Consumer<Answer> done;
    private final Buffer text = Buffer.buffer();
    private boolean whole;
    private boolean stopped;

    ReadRefusal(Service service, HttpClientResponse response, Limits limits, Consumer<Answer> done) {
        this.service = service;
        this.response = response;
        this.limits = limits;
        this.done = done;
    }

    @Override
    public void begin() {
        limits.receiving();
        response.handler(this::take).endHandler(end -> end());
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    /** What the status says counts even if the rest never comes. */
    Answer verdict() {
        return Refusals.of(response, text, service.secrets());
    }

    private void take(Buffer piece) {
        if (stopped) {
            return;
        }
        text.appendBuffer(piece);
        if (text.length() >= ENOUGH) {
            done.accept(verdict());
        } else {
            limits.receiving();
        }
    }

    private void end() {
        whole = true;
        if (!stopped) {
            done.accept(verdict());
        }
    }
}
