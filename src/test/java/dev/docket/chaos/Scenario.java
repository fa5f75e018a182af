package dev.docket.chaos;

import java.time.Duration;
import java.util.Locale;

/** What is done to the service while its clients go on. */
enum Scenario {
    /** {@code kill -9} of one process after the other. */
    KILL(ProcessFaults::kill),
    /** The server ends every connection, again and again. */
    TERMINATE(DatabaseFaults::terminate),
    /** The server crashes, is away for a while, and recovers. */
    CRASH(DatabaseFaults::crash),
    /** The listening connections go silent. */
    DEAF(NetworkFaults::silenceListeners),
    /** Every connection of one process goes silent. */
    CUT_OFF(NetworkFaults::silenceOne),
    /** A process stands still for longer than a lease. */
    PAUSE(ProcessFaults::pause),
    /** Every connection of the pools waits for a lock. */
    EXHAUST(DatabaseFaults::exhaust),
    /** The clock of one process is an hour ahead, that of another an hour behind. */
    CLOCK(ProcessFaults::shiftClock);

    private final Fault fault;

    Scenario(Fault fault) {
        this.fault = fault;
    }

    /** A fault that goes on for so long; it is over when this comes back. */
    interface Fault {
        void happen(Fleet fleet, Duration period);
    }

    void happen(Fleet fleet, Duration period) {
        fault.happen(fleet, period);
    }

    /** Its name on a command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
