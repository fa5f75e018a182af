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
        if (isPossible(call)) {
            call.next();
        } else {
            ProblemAnswer.send(call.response(), Problems.routeNotFound());
        }
    }

    private static boolean isPossible(RoutingContext call) {
        String path = call.normalizedPath();
        return !path.startsWith("/v1") || !path.endsWith("/") && path.indexOf(';') < 0;
    }
}
