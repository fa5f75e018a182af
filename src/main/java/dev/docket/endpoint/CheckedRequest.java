package dev.docket.endpoint;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import java.util.List;
import java.util.Map;

/**
 * What a check of a request against its endpoint's model found.
 *
 * @param faults everything that is wrong, in document order; empty for a good request
 * @param facts what the list filters by
 * @param remote the documents that are named by URLs which may be fetched, in document order
 */
public record CheckedRequest(List<Fault> faults, RequestFacts facts, List<RemoteDocument> remote) {
    /** What the owner of a job with such a request is told. */
    public JobError error() {
        return new JobError(
                ErrorCode.REQUEST_INVALID,
                "The request does not fit the model of its endpoint.",
                Map.of("errors", faults.stream().map(CheckedRequest::view).toList()));
    }

    private static Map<String, Object> view(Fault fault) {
        return Map.of("path", fault.path(), "expected", fault.expected(), "got", fault.got());
    }
}
