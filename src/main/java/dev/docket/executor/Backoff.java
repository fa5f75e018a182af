package dev.docket.executor;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a job waits after a failed attempt: 1, 2, 4 … seconds, at most five minutes, half of it by chance. */
final class Backoff {
    private static final long LONGEST_SECONDS = 300;

    private Backoff() {}

    /** Never shorter than what the other side asked for. */
    static Duration after(int attempt, Duration asked) {
        long seconds = Math.min(LONGEST_SECONDS, 1L << Math.min(20, Math.max(0, attempt - 1)));
        long millis = seconds * 500 + ThreadLocalRandom.current().nextLong(seconds * 500 + 1);
        return asked.toMillis() > millis ? asked : Duration.ofMillis(millis);
    }
}
