package dev.docket.store;

/** Where a read of jobs was answered from, and why. */
public enum ReadSource {
    /** It had all that was answered before, and showed nothing that the primary does not show. */
    REPLICA("replica", "fresh"),
    /** It had not caught up in time, or is no standby of the primary. */
    BEHIND("primary", "behind"),
    /** It could not be reached or did not answer. */
    AWAY("primary", "away"),
    /** It was not asked, since it failed a moment ago. */
    RESTING("primary", "resting"),
    /** It showed what the primary does not show yet. */
    AHEAD("primary", "ahead"),
    /** It has no such job. */
    MISSING("primary", "missing"),
    /** A list by status is not asked of it. */
    BY_STATUS("primary", "by_status");

    private final String from;
    private final String why;

    ReadSource(String from, String why) {
        this.from = from;
        this.why = why;
    }

    public String from() {
        return from;
    }

    public String why() {
        return why;
    }
}
