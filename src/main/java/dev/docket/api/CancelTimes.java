package dev.docket.api;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Times calls to cancel as their callers do: with authentication, the body, and the answer. */
final class CancelTimes implements Handler<RoutingContext> {
    static final String PATHS = "/v1/jobs/[^/]+/cancel";

    private final CancelMeters meters;

    CancelTimes(CancelMeters meters) {
        this.meters = meters;
    }

    @Override
    public void handle(RoutingContext call) {
        long received = System.nanoTime();
        call.addEndHandler(ended -> {
            if (ended.succeeded()) {
                meters.answered(call.response().getStatusCode(), Duration.ofNanos(System.nanoTime() - received));
            }
        });
        call.next();
    }
}
