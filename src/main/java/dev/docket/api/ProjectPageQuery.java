package dev.docket.api;

import dev.docket.job.ProjectId;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Which page of the projects is asked for.
 *
 * @param after the last project of the page before, or null
 */
record ProjectPageQuery(ProjectId after, int limit) {
    private static final String PROJECT_ID = "a project id: proj_ and 21 letters, digits, _ or -";
    private static final int LONGEST_ORIGIN = 200;

    static ProjectPageQuery read(HttpServerRequest request) {
        QueryParameters parameters = new QueryParameters(QueryParameters.of(request));
        parameters.refuseUnknown(Set.of("after", "limit", "access_token"));
        ProjectId after =
                parameters.parsed(PROJECT_ID, text -> ProjectId.parse(text).orElse(null), "after");
        int limit = parameters.count("limit", 100, 20);
        parameters.refuseFaults();
        return new ProjectPageQuery(after, limit);
    }

    /** What a publishing call says that it publishes; {@code manual} when it does not say. */
    static String origin(HttpServerRequest request) {
        QueryParameters parameters = new QueryParameters(QueryParameters.of(request));
        parameters.refuseUnknown(Set.of("origin", "access_token"));
        String origin = parameters.parsed(
                "at most " + LONGEST_ORIGIN + " characters",
                text -> text.length() <= LONGEST_ORIGIN && !Shown.hasLoneSurrogate(text) ? text : null,
                "origin");
        parameters.refuseFaults();
        return origin == null || origin.isEmpty() ? "manual" : origin;
    }
}
