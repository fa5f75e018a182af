package dev.docket.api;

import dev.docket.store.JobFilter;
import dev.docket.store.PageRequest;
import io.vertx.core.MultiMap;

/** What a list call asks for. */
public record ListQuery(JobFilter filter, PageRequest page, PayloadChoice payloads) {
    /** Reads the query parameters; all that is wrong with them is refused in one 422. */
    public static ListQuery read(MultiMap query) {
        return new ListQueryReader(query).read();
    }
}
