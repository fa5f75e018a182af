package dev.docket.start.embedded;

/** What a confirmed commit outlives. */
public enum Durability {
    /** A crash of the machine. */
    KEPT,
    /** Nothing but the server's own life; for tests, whose directory is thrown away. */
    THROWN_AWAY
}
