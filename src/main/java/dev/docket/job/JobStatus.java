package dev.docket.job;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The seven states of a job and the only legal steps between them. The table here is the one source: the chart in the
 * docs is generated from it and the tests of every statement are enumerated from it.
 */
public enum JobStatus {
    VALIDATING,
    QUEUED,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELLED,
    EXPIRED;

    private static final Map<JobStatus, Set<JobStatus>> STEPS = Map.of(
            VALIDATING, EnumSet.of(QUEUED, FAILED, CANCELLED, EXPIRED),
            QUEUED, EnumSet.of(IN_PROGRESS, FAILED, CANCELLED, EXPIRED),
            IN_PROGRESS, EnumSet.of(QUEUED, COMPLETED, FAILED, CANCELLED, EXPIRED),
            COMPLETED, EnumSet.noneOf(JobStatus.class),
            FAILED, EnumSet.of(QUEUED, VALIDATING),
            CANCELLED, EnumSet.of(QUEUED, VALIDATING),
            EXPIRED, EnumSet.of(QUEUED, VALIDATING));

    // Asked for several times for each job.
    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The name on the wire and in the database, for example {@code in_progress}. */
    public String wire() {
        return wire;
    }

    /** Reads a wire name; empty for anything that is not one of the seven. */
    public static Optional<JobStatus> ofWire(String wire) {
        for (JobStatus status : values()) {
            if (status.wire().equals(wire)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** A live job may still run or be cancelled; a job that is not live has its outcome. */
    public boolean isLive() {
        return this == VALIDATING || this == QUEUED || this == IN_PROGRESS;
    }

    /** The states a single step may lead to. */
    public Set<JobStatus> next() {
        return STEPS.get(this);
    }

    /** Whether the API's retry may take a job out of this final state. */
    public boolean isRetryable() {
        return !isLive() && next().contains(QUEUED);
    }
}
