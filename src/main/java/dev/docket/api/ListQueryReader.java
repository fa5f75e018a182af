package dev.docket.api;

import dev.docket.job.JobId;
import dev.docket.store.JobFilter;
import dev.docket.store.PageRequest;
import io.vertx.core.MultiMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a list call parameter by parameter, then checks the rules between them. */
final class ListQueryReader {
    private static final Set<String> KNOWN = Stream.concat(
                    JobFilterReader.NAMES.stream(),
                    Stream.of(
                            "after", "before", "limit", "order", "include_request", "include_response", "access_token"))
            .collect(Collectors.toUnmodifiableSet());
    private static final int MOST = 100;
    private static final int MOST_WITH_RESPONSE = 20;

    private final QueryParameters parameters;

    ListQueryReader(MultiMap query) {
        parameters = new QueryParameters(query);
    }

    ListQuery read() {
        parameters.refuseUnknown(KNOWN);
        PageRequest page = page();
        JobFilter filter = new JobFilterReader(parameters).read();
        PayloadChoice payloads = payloads(page.limit());
        parameters.refuseFaults();
        return new ListQuery(filter, page, payloads);
    }

    private PageRequest page() {
        JobId after = JobFilterReader.jobId(parameters, "after");
        JobId before = JobFilterReader.jobId(parameters, "before");
        if (after != null && before != null) {
            parameters.fault("before", "after or before, not both", "both");
        }
        Boolean newestFirst = parameters.parsed("asc or desc", ListQueryReader::newestFirst, "order");
        int limit = parameters.count("limit", MOST, 20);
        return new PageRequest(after, before, !Boolean.FALSE.equals(newestFirst), limit);
    }

    private PayloadChoice payloads(int limit) {
        Boolean response = parameters.flag("include_response");
        if (Boolean.TRUE.equals(response) && limit > MOST_WITH_RESPONSE) {
            String expected = "at most " + MOST_WITH_RESPONSE + " with include_response=true";
            parameters.fault("limit", expected, String.valueOf(limit));
        }
        return PayloadChoice.of(parameters.flag("include_request"), response);
    }

    private static Boolean newestFirst(String text) {
        return "desc".equals(text) ? Boolean.TRUE : "asc".equals(text) ? Boolean.FALSE : null;
    }
}
