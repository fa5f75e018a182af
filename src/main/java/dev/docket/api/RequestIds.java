package dev.docket.api;

import dev.docket.job.RandomId;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives each request an id: the client's {@code x-request-id} when it is 1 to 128 characters of
 * {@code A-Z a-z 0-9 . _ -}, else a fresh one. It is on every answer and, as {@code requestId}, on each log line.
 */
final class RequestIds implements Handler<RoutingContext> {
    static final String HEADER = "x-request-id";

    private static final String KEY = "requestId";
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final int LENGTH = 21;

    /** The id of the request; never null once the router has seen it. */
    static String of(RoutingContext call) {
        return call.get(KEY);
    }

    @Override
    public void handle(RoutingContext call) {
        String sent = call.request().getHeader(HEADER);
        String id = sent != null && USABLE.matcher(sent).matches() ? sent : fresh();
        call.put(KEY, id);
        MDC.put(KEY, id);
        call.next();
    }

    private static String fresh() {
        return RandomId.of("req_", LENGTH);
    }
}
