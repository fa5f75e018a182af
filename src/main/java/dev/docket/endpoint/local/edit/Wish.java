package dev.docket.endpoint.local.edit;

/**
 * One thing that the instructions ask for.
 *
 * @param label what they call the place
 * @param value what shall stand there; empty unless something is to be written
 */
record Wish(Act act, String label, String value) {
    enum Act {
        WRITE,
        TICK,
        UNTICK,
        /** Nothing is to be changed there. */
        LEAVE
    }
}
