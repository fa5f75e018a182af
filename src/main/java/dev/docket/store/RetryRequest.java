package dev.docket.store;

import dev.docket.job.JobId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A wish to run a job again.
 *
 * @param token the same for every try of the same call
 * @param lifetime from now to the new {@code expires_at}
 * @param attempts how many times it may be run
 * @param startWithin by the path of an endpoint, how long a job without a limit of its own may wait for its first start
 */
public record RetryRequest(
        String organization,
        JobId job,
        String token,
        Duration lifetime,
        int attempts,
        Map<String, Duration> startWithin) {
    public RetryRequest {
        startWithin = new LinkedHashMap<>(startWithin);
    }

    /** Without a configured limit on waiting. */
    public RetryRequest(String organization, JobId job, String token, Duration lifetime, int attempts) {
        this(organization, job, token, lifetime, attempts, Map.of());
    }
}
