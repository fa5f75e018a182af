package dev.docket.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What holds for every job. */
@ConfigMapping(prefix = "docket.jobs")
public interface JobsConfig {
    /** From creation (or a retry) to {@code expires_at}. At least a minute. */
    @WithDefault("7D")
    Duration lifetime();

    /** How long an expired job can still be read and retried before it is deleted. */
    @WithDefault("1D")
    Duration grace();

    /** How many times a job may be run before a lost lease or a passing error fails it. At least 1. */
    @WithDefault("3")
    int attempts();

    /**
     * For how long since the first start of a job a run costs it no attempt that the service behind its endpoint has not
     * begun: it could not be reached, or answered 429 or 503. Past it, such runs count like others; with {@code 0S} all do.
     */
    @WithDefault("1H")
    Duration patience();

    /** How long an {@code Idempotency-Key} of a create is remembered; never longer than {@link #lifetime()}. */
    @WithDefault("24H")
    Duration idempotencyKeyLifetime();
}
