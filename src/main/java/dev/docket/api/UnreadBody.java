package dev.docket.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Deals with the rest of a body that was refused. Closing a socket with unread bytes makes the kernel reset it, and a
 * reset throws the answer away before the client has read it. So the rest is read and dropped, within bounds on bytes
 * and time; a client that goes on sending past them loses its connection.
 */
final class UnreadBody {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long MOST_MILLIS = 30_000;

    private final HttpServerRequest request;
    private long dropped;

    private UnreadBody(HttpServerRequest request) {
        this.request = request;
    }

    /** Starts dropping; the answer may be sent meanwhile. */
    static void drop(HttpServerRequest request, Vertx vertx) {
        if (request.isEnded()) {
            return;
        }
        if (request.getHeader(HttpHeaders.EXPECT) != null && !request.response().headWritten()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        new UnreadBody(request).start(vertx);
    }

    private void start(Vertx vertx) {
        long timer = vertx.setTimer(MOST_MILLIS, late -> request.connection().close());
        request.handler(chunk -> count(chunk.length()));
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.resume();
    }

    private void count(int bytes) {
        dropped += bytes;
        if (dropped > MOST_BYTES) {
            request.connection().close();
        }
    }
}
