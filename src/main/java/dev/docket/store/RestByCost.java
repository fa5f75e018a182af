package dev.docket.store;

import java.time.Duration;

/**
 * The pace of looks whose cost grows with what the database cannot clear away: each is followed by a rest that is so much
 * longer that all of them take at most a fiftieth of the time, but no longer than a bound. Looks never overlap.
 */
public final class RestByCost {
    private static final int FACTOR = 50;

    private final long longest;
    private volatile long restUntil = System.nanoTime();

    /** With the longest rest. */
    public RestByCost(Duration longest) {
        this.longest = longest.toNanos();
    }

    /** Whether to look now. */
    public boolean isDue() {
        return System.nanoTime() - restUntil >= 0;
    }

    /** A look that was begun at this nanosecond is over. */
    public void looked(long begun) {
        long now = System.nanoTime();
        restUntil = now + Math.min((now - begun) * FACTOR, longest);
    }
}
