package dev.docket.store;

import dev.docket.job.JobId;
import java.time.Duration;

/**
 * A wish to run a job again.
 *
 * @param token the same for every try of the same call
 * @param lifetime from now to the new {@code expires_at}
 * @param attempts how many times it may be run
 */
public record RetryRequest(String organization, JobId job, String token, Duration lifetime, int attempts) {}
