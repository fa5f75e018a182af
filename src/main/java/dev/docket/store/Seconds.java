package dev.docket.store;

import java.time.Duration;

/** Durations as statements take them: a number of seconds for {@code make_interval}. */
final class Seconds {
    private Seconds() {}

    static double of(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
