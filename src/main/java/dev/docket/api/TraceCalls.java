package dev.docket.api;

import dev.docket.trace.Trace;
import dev.docket.trace.Traces;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Traces calls under {@code /v1}. */
final class TraceCalls implements Handler<RoutingContext> {
    private static final Pattern ID = Pattern.compile("/[a-z]+_[A-Za-z0-9_-]{16,}");

    private final Traces traces;

    TraceCalls(Traces traces) {
        this.traces = traces;
    }

    @Override
    public void handle(RoutingContext call) {
        if (call.request().path().startsWith("/v1/")) {
            begin(call);
        }
        call.next();
    }

    private void begin(RoutingContext call) {
        String method = call.request().method().name();
        Trace trace = traces.call(method, call.request().getHeader("traceparent"))
                .with("http.request.method", method)
                .with("docket.request_id", RequestIds.of(call));
        trace.enterCall();
        call.addEndHandler(ended -> end(call, trace));
    }

    private static void end(RoutingContext call, Trace trace) {
        int status = call.response().getStatusCode();
        trace.with("http.response.status_code", status);
        if (status != 404) {
            // Of a path that is none, nothing is known but that somebody has written it.
            String route = ID.matcher(call.request().path()).replaceAll("/{id}");
            trace.with("http.route", route).rename(call.request().method().name() + " " + route);
        }
        if (status >= 500) {
            trace.failed(Integer.toString(status));
        } else {
            trace.end();
        }
    }
}
