package dev.docket.job;

import java.util.Locale;
import java.util.Optional;

/** What a bulk cancel did about one job. */
public enum BulkOutcome {
    /** It was live and is cancelled. */
    CANCELLED,
    /** It had ended before. If it was retried after the bulk cancel was accepted, it is live again and left alone. */
    ALREADY_FINISHED,
    /** Its work had begun, and only queued jobs were meant. */
    NOT_QUEUED,
    /** It matched the filter's status when it was found, and had another one when it was looked at. */
    STATUS_CHANGED,
    /** The organization has no such job. */
    NOT_FOUND,
    /** The service failed on it again and again; it was left as it is. */
    ERROR;

    /** The name on the wire and in the database, for example {@code already_finished}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a wire name; empty for anything that is none. */
    public static Optional<BulkOutcome> ofWire(String wire) {
        for (BulkOutcome outcome : values()) {
            if (outcome.wire().equals(wire)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
