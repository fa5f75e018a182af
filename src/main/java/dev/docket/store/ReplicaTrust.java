package dev.docket.store;

import java.time.Duration;

/**
 * Whether the replica is worth asking. After it failed it is left alone for a while, and then one call finds out for all;
 * the others do not wait for it.
 */
final class ReplicaTrust {
    private static final long REST = Duration.ofSeconds(1).toNanos();

    private boolean lost;
    private boolean probed;
    private long lostAt;

    /** Whether anybody was told of this loss. */
    private boolean told;

    private boolean everTold;
    private long toldAt;

    synchronized boolean isLost() {
        return lost;
    }

    /** Whether a call may ask. Who was let in says afterwards how it went. */
    synchronized boolean admits(long now) {
        if (!lost) {
            return true;
        }
        if (probed || now - lostAt < REST) {
            return false;
        }
        probed = true;
        return true;
    }

    /** Who was let in did not find out. */
    synchronized void giveBack() {
        probed = false;
    }

    /** It answered; whether that is news to those who were told of the loss. */
    synchronized boolean regained() {
        boolean news = lost && told;
        lost = false;
        probed = false;
        return news;
    }

    /**
     * It did not; whether that is news.
     *
     * @param quiet how long after one loss was news another one is none
     */
    synchronized boolean lost(long now, Duration quiet) {
        boolean news = !lost && (!everTold || now - toldAt >= quiet.toNanos());
        if (!lost) {
            told = news;
        }
        if (news) {
            everTold = true;
            toldAt = now;
        }
        lost = true;
        probed = false;
        lostAt = now;
        return news;
    }
}
