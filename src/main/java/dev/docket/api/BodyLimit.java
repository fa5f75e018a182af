package dev.docket.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * Answers 413 for a body that says it is over the limit. What the client goes on to send is dropped for a moment before
 * the connection is closed: closed at once, the answer would be lost on most clients.
 */
final class BodyLimit implements Handler<RoutingContext> {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final long LINGER_MILLIS = 2_000;

    private final long limit;

    /** @param limit in bytes */
    BodyLimit(long limit) {
        this.limit = limit;
    }

    @Override
    public void handle(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && !LENGTH.matcher(length).matches()) {
            call.fail(400);
        } else if (length == null || Long.parseLong(length) <= limit) {
            call.next();
        } else {
            refuse(call);
        }
    }

    private void refuse(RoutingContext call) {
        call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        ProblemAnswer.send(call.response(), Problems.payloadTooLarge(limit));
        hangUp(call);
    }

    private static void hangUp(RoutingContext call) {
        HttpConnection connection = call.request().connection();
        long timer = call.vertx().setTimer(LINGER_MILLIS, late -> connection.close());
        connection.closeHandler(closed -> call.vertx().cancelTimer(timer));
        call.request()
                .handler(dropped -> {})
                .endHandler(sent -> connection.close())
                .resume();
    }
}
