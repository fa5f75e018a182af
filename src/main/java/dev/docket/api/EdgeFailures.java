package dev.docket.api;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Answers what failed outside of every resource, for example parameters that cannot be decoded. */
final class EdgeFailures implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext call) {
        if (!call.response().headWritten()) {
            ProblemAnswer.send(call.response(), problemOf(call));
        } else if (!call.response().ended()) {
            call.request().connection().close();
        }
    }

    private static Problem problemOf(RoutingContext call) {
        if (call.failure() instanceof ProblemException ended) {
            return ended.problem();
        }
        int status = call.statusCode();
        return status >= 400 && status < 500
                ? Problems.ofStatus(status)
                : ProblemMapping.problemOf(call.failure(), call);
    }
}
