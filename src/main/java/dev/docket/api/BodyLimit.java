package dev.docket.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Answers 413 for a body that says it is over the limit, before any of it is read. */
final class BodyLimit implements Handler<RoutingContext> {
    private final long limit;

    /** @param limit in bytes */
    BodyLimit(long limit) {
        this.limit = limit;
    }

    @Override
    public void handle(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= limit) {
            call.next();
            return;
        }
        call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        ProblemAnswer.send(call.response(), Problems.payloadTooLarge(limit));
    }
}
