package dev.docket.chaos;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How long a fault lasts. */
final class Pace {
    private final long end;

    private Pace(Duration period) {
        this.end = System.nanoTime() + period.toNanos();
    }

    static Pace over(Duration period) {
        return new Pace(period);
    }

    boolean goesOn() {
        return System.nanoTime() - end < 0;
    }

    /** Lets the fault be what it is for so long. */
    static void hold(Duration time) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
