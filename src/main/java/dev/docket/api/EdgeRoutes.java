package dev.docket.api;

import dev.docket.trace.Traces;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts what every request passes in front of all other routes. The access log asks for the first place as well, and
 * among equals the one added first comes first: this observer runs before the log is set up, so the log only ever sees
 * requests without their token. All of it relies on the service being mounted at {@code /}.
 */
@Singleton
class EdgeRoutes {
    private static final int FIRST = Integer.MIN_VALUE;

    private final long bodyLimit;
    private final CancelMeters cancelMeters;
    private final Traces traces;

    EdgeRoutes(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize bodyLimit,
            CancelMeters cancelMeters,
            Traces traces) {
        this.bodyLimit = bodyLimit.asLongValue();
        this.cancelMeters = cancelMeters;
        this.traces = traces;
    }

    void install(@Observes Router router) {
        first(router, new AccessTokenStripping(router));
        first(router, new RequestIds());
        if (traces.areOn()) {
            first(router, new TraceCalls(traces));
        }
        first(router, new AnswerHeaders());
        router.route().order(FIRST).failureHandler(new EdgeFailures());
        router.routeWithRegex(CancelTimes.PATHS)
                .method(HttpMethod.POST)
                .order(FIRST + 1)
                .handler(new CancelTimes(cancelMeters));
        router.route().order(FIRST + 1).handler(new PathShape());
        router.route().order(FIRST + 1).handler(new BodyLimit(bodyLimit));
    }

    private static void first(Router router, Handler<RoutingContext> handler) {
        router.route().order(FIRST).handler(handler);
    }
}
