package dev.docket.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Makes the {@code access_token} of a query an {@code Api-Key} header, so that no log and no metric can show it. The
 * request starts over in the router as one that never had it: a reroute would lose the query and be logged twice. Where
 * both were sent the header stays as it is.
 */
final class AccessTokenStripping implements Handler<RoutingContext> {
    private final Router router;

    AccessTokenStripping(Router router) {
        this.router = router;
    }

    @Override
    public void handle(RoutingContext call) {
        HttpServerRequest request = call.request();
        AccessTokenQuery stripped = AccessTokenQuery.of(request.uri());
        if (stripped.token() == null) {
            call.next();
            return;
        }
        if (!request.headers().contains(AuthenticationFilter.KEY_HEADER)) {
            request.headers().set(AuthenticationFilter.KEY_HEADER, sendable(stripped.token()));
        }
        router.handle(new TokenlessRequest(request, stripped.target()));
    }

    /** A text that no header could carry is no key. */
    private static String sendable(String token) {
        return token.chars().allMatch(c -> c > ' ' && c < 127) ? token : "";
    }
}
