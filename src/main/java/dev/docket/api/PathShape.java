package dev.docket.api;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers 404 for addresses under {@code /v1} that the framework would match too kindly: with a slash at the end, or
 * with matrix parameters, which no address here has.
 */
final class PathShape implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext call) {
        String path = call.normalizedPath();
        if (path.startsWith("/v1") && (path.endsWith("/") || path.indexOf(';') >= 0)) {
            ProblemAnswer.send(call.response(), Problems.routeNotFound());
        } else {
            call.next();
        }
    }
}
