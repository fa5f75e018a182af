package dev.docket.tenant;

import java.time.Duration;

/** An organization has as many jobs waiting as it may. */
public final class QuotaExceededException extends RuntimeException {
    private final int limit;
    private final Duration retryAfter;

    QuotaExceededException(int limit, Duration retryAfter) {
        super("more than " + limit + " queued jobs", null, false, false);
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    /** The number of queued jobs that is allowed. */
    public int limit() {
        return limit;
    }

    /** When a try again may be worth it. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
