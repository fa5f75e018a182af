package dev.docket.api;

import dev.docket.job.BulkCancelId;
import dev.docket.job.BulkOutcome;
import dev.docket.job.JobId;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which page of a list that belongs to bulk cancels is asked for.
 *
 * @param after the last entry of the page before, or null
 * @param outcome the only outcome that is wanted, or null
 */
record BulkPageQuery<T>(T after, int limit, BulkOutcome outcome) {
    private static final String BULK_ID = "a bulk cancel id: bcan_ and 21 letters, digits, _ or -";
    private static final String OUTCOMES =
            Arrays.stream(BulkOutcome.values()).map(BulkOutcome::wire).collect(Collectors.joining(", ", "one of ", ""));

    /** Reads the query of the list of bulk cancels. */
    static BulkPageQuery<BulkCancelId> ofBulkCancels(HttpServerRequest request) {
        QueryParameters parameters = new QueryParameters(QueryParameters.of(request));
        parameters.refuseUnknown(Set.of("after", "limit", "access_token"));
        BulkCancelId after =
                parameters.parsed(BULK_ID, text -> BulkCancelId.parse(text).orElse(null), "after");
        int limit = parameters.count("limit", 100, 20);
        parameters.refuseFaults();
        return new BulkPageQuery<>(after, limit, null);
    }

    /** Reads the query of the outcomes of one. */
    static BulkPageQuery<JobId> ofOutcomes(HttpServerRequest request) {
        QueryParameters parameters = new QueryParameters(QueryParameters.of(request));
        parameters.refuseUnknown(Set.of("after", "limit", "outcome", "access_token"));
        JobId after = JobFilterReader.jobId(parameters, "after");
        int limit = parameters.count("limit", 1000, 100);
        BulkOutcome outcome =
                parameters.parsed(OUTCOMES, text -> BulkOutcome.ofWire(text).orElse(null), "outcome");
        parameters.refuseFaults();
        return new BulkPageQuery<>(after, limit, outcome);
    }
}
