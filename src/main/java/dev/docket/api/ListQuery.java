package dev.docket.api;

import dev.docket.store.JobFilter;
import dev.docket.store.PageRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** What a list call asks for. */
public record ListQuery(JobFilter filter, PageRequest page, PayloadChoice payloads) {
    /** Reads the query of a call, see {@link #read(MultiMap)}; one that cannot be decoded is refused with a 400. */
    public static ListQuery read(HttpServerRequest request) {
        return read(QueryParameters.of(request));
    }

    /** Reads the query parameters; all that is wrong with them is refused in one 422. */
    public static ListQuery read(MultiMap query) {
        return new ListQueryReader(query).read();
    }
}
