package dev.docket.executor;

import dev.docket.store.RunRef;
import java.time.Duration;

/**
 * Whether the service behind a processor takes work. Runs in a row that it did not begin open the circuit: then nothing
 * goes there for a while, then one run to try it, and after each that it does not begin the rest is twice as long. The
 * first that it begins, or has not turned away for {@link #TAKEN}, ends this object's life. What a run does before it asks
 * the service, such as the reading of a scanned document, says nothing of it; where that takes as long, another run tries.
 */
final class Circuit {
    /** Who has not been turned away for so long is at work: a document may take the service many minutes. */
    static final Duration TAKEN = Duration.ofSeconds(30);

    private static final int TRIPS = 3;
    private static final long FIRST_REST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_REST = Duration.ofSeconds(30).toNanos();

    private int inRow;
    private long rest = FIRST_REST;
    private long restUntil;
    private RunRef probe;
    private boolean asked;
    private long askedAt;

    boolean isOpen() {
        return inRow >= TRIPS;
    }

    /** How many of the free places may be filled. */
    int lets(int free, long now) {
        if (!isOpen()) {
            return free;
        }
        return probe != null || now - restUntil < 0 ? 0 : Math.min(1, free);
    }

    /** A run takes one of the places; answers with whether it is the one that tries the service. */
    boolean begun(RunRef run, long now) {
        if (!isOpen() || probe != null || now - restUntil < 0) {
            return false;
        }
        probe = run;
        asked = false;
        return true;
    }

    /** The run asks the service from now on; answers with whether it is the one that tries it. */
    boolean asked(RunRef run, long now) {
        if (!run.equals(probe)) {
            return false;
        }
        asked = true;
        askedAt = now;
        return true;
    }

    /** Whether the run is to try the service, and has not come to it. */
    boolean isBeforeAsking(RunRef run) {
        return run.equals(probe) && !asked;
    }

    /** Whether the run tries the service, and has done so for long enough to say that the service began with it. */
    boolean hasTaken(RunRef run, long now) {
        return run.equals(probe) && asked && now - askedAt >= TAKEN.toNanos();
    }

    /** The run has left its place, with or without an answer, or is not waited for. */
    void left(RunRef run) {
        if (run.equals(probe)) {
            probe = null;
        }
    }

    /** The service did not begin with the run; answers with the rest that follows from it, or null if none does. */
    Duration unreached(RunRef run, long now) {
        boolean failedProbe = run.equals(probe);
        if (isOpen() && !failedProbe) {
            return null;
        }
        inRow++;
        if (!isOpen()) {
            return null;
        }
        Duration next = Duration.ofNanos(rest);
        restUntil = now + rest;
        rest = Math.min(2 * rest, LONGEST_REST);
        probe = null;
        return next;
    }
}
