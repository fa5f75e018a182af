package dev.docket.endpoint.exchange;

import dev.docket.endpoint.Answer;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an answer of failure means for its job. */
public final class Refusals {
    /** Too early, too many, or not able right now: another attempt may be answered. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** Turned away at the door: nothing was begun. */
    private static final Set<Integer> NOT_BEGUN = Set.of(429, 503);

    private Refusals() {}

    public static Answer of(HttpClientResponse response, Buffer text, List<String> secrets) {
        int status = response.statusCode();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("upstream_status", status);
        UpstreamWords.of(text, secrets).addTo(details);
        if (PASSING.contains(status)) {
            JobError error = new JobError(
                    ErrorCode.UPSTREAM_UNAVAILABLE,
                    "The upstream service answered " + status + ", which may pass.",
                    details);
            return new Answer.FailedForNow(error, RetryAfter.of(response), !NOT_BEGUN.contains(status));
        }
        return new Answer.Failed(
                new JobError(ErrorCode.UPSTREAM_REJECTED, "The upstream service answered " + status + ".", details));
    }
}
