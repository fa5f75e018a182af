package dev.docket.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes the charset off the content type of JSON answers. JSON is UTF-8 anyway, and the published Node clients compare
 * the header letter by letter and refuse a good answer that names a charset.
 */
@ApplicationScoped
public class BareJsonType {
    /** Headers' end handlers run last in, first out, so the one that is to have the last word comes first. */
    private static final int FIRST = 10_000;

    void install(@Observes Filters filters) {
        filters.register(
                call -> {
                    call.addHeadersEndHandler(now -> strip(call.response().headers()));
                    call.next();
                },
                FIRST);
    }

    private static void strip(MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("application/json;")) {
            headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
        }
    }
}
