package dev.docket.job;

/**
 * What a client allows a job in time, in seconds above 0; null stands for what is configured.
 *
 * @param executionSeconds for each run, from the start of its work
 * @param queueSeconds from creation, or a retry, to the first start of the work
 */
public record TimeLimits(Double executionSeconds, Double queueSeconds) {
    public static final TimeLimits NONE = new TimeLimits(null, null);
}
