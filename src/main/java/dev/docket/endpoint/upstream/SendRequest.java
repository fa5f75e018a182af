package dev.docket.endpoint.upstream;

import dev.docket.endpoint.Assignment;
import dev.docket.job.Payload;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;

/** Sends a job's request byte for byte, no faster than the other side takes it. Lives on the loop. */
final class SendRequest {
    private static final int PIECE = 64 * 1024;

    private final HttpClientRequest request;
    private final Payload body;
    private final Limits limits;
    private int at;
    private boolean answered;
    private boolean stopped;
    private boolean done;

    SendRequest(HttpClientRequest request, Assignment assignment, Limits limits) {
        this.request = request;
        this.body = assignment.request();
        this.limits = limits;
        CallHeaders.of(assignment).forEach(request::putHeader);
        request.putHeader("Content-Type", "application/json");
        request.putHeader("Content-Length", Integer.toString(body.length()));
    }

    void begin() {
        limits.sending();
        sendMore();
    }

    /** The other side answers, perhaps before it has all: from now on its clock is that of the answer. */
    void isAnswered() {
        answered = true;
    }

    /** Nothing more is sent. */
    void stop() {
        stopped = true;
    }

    /** Whether the last byte is out. */
    boolean isDone() {
        return done;
    }

    private void sendMore() {
        while (!stopped && !request.writeQueueFull()) {
            int to = Math.min(at + PIECE, body.length());
            Buffer piece = Buffer.buffer(body.slice(at, to).toBytes());
            at = to;
            if (at == body.length()) {
                request.end(piece).onSuccess(out -> out());
                return;
            }
            request.write(piece);
        }
        if (!stopped) {
            request.drainHandler(taken -> taken());
        }
    }

    private void taken() {
        if (!stopped && !answered) {
            limits.sending();
        }
        sendMore();
    }

    private void out() {
        done = true;
        if (!stopped && !answered) {
            limits.waiting();
        }
    }
}
