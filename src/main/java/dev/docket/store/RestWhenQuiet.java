package dev.docket.store;

/**
 * The pace of looks for work that signals mostly tell of: after many that found nothing, every second one is left out.
 * Looks never overlap.
 */
public final class RestWhenQuiet {
    private static final int MANY = 10;

    private volatile int quiet;
    private volatile boolean rested;

    /** Whether to look now. */
    public boolean isDue() {
        rested = isQuiet() && !rested;
        return !rested;
    }

    /** Whether looks are left out at present. */
    public boolean isQuiet() {
        return quiet >= MANY;
    }

    /** What a look came to. */
    public void looked(boolean found) {
        quiet = found ? 0 : Math.min(MANY, quiet + 1);
    }
}
