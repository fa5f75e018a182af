package dev.docket.api;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Sets what every answer carries, as the last thing before its head is written. A JSON answer has its content type
 * bare: published clients compare it literally and take one with a charset for a failure.
 */
final class AnswerHeaders implements Handler<RoutingContext> {
    private static final String JSON = "application/json";

    @Override
    public void handle(RoutingContext call) {
        call.addHeadersEndHandler(written -> complete(call));
        call.next();
    }

    private static void complete(RoutingContext call) {
        MultiMap headers = call.response().headers();
        headers.set(RequestIds.HEADER, RequestIds.of(call));
        headers.set("X-Content-Type-Options", "nosniff");
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(JSON + ";")) {
            headers.set(HttpHeaders.CONTENT_TYPE, JSON);
        }
    }
}
