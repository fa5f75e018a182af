package dev.docket.executor;

import java.util.Locale;

/** A part that a process can play. */
public enum Role {
    /** Answers clients. */
    API,
    /** Runs jobs. */
    EXECUTOR;

    /** The name in {@code docket.roles}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
