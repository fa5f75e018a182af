package dev.docket.race;

import java.util.Locale;

/** The states a job can be in before a race, each written on the row of a queued one. */
public enum Scene {
    QUEUED("waits to be claimed", "status = 'queued'"),
    PARKED("waits for a time that has come", "ready_pos = null, available_at = now() - interval '1 second'"),
    PARKED_LONG("waits for a time to come", "ready_pos = null, available_at = now() + interval '1 hour'"),
    UNSTARTED(
            "waits to be claimed, past the time by which it was to begin",
            "start_before = now() - interval '1 second'"),
    VALIDATING("waits for its request to be resolved", "status = 'validating', validated = false"),
    RESOLVING("its request is being resolved", "status = 'validating', validated = false, " + Sets.HELD + "'1 hour'"),
    RUNNING("runs", Sets.RUNNING),
    LAPSED("runs, its lease is over", Sets.LAPSED),
    SPENT("runs for the last time it may, its lease is over", Sets.LAPSED + ", attempts_left = 0"),
    LATE("runs, past its `expires_at`", Sets.RUNNING + ", " + Sets.LATE),
    LATE_QUEUED("waits to be claimed, past its `expires_at`", Sets.LATE),
    LATE_LAPSED("runs, past its `expires_at`, its lease is over", Sets.LAPSED + ", " + Sets.LATE),
    BYGONE("runs, past its `expires_at` and its grace", Sets.RUNNING + ", " + Sets.LONG_AGO),
    COMPLETED(
            "has completed",
            Sets.ENDED + ", status = 'completed', response_status = 200, response_bytes = 2,"
                    + " response_bucket = body_bucket()"),
    FAILED("has failed", Sets.FAILED),
    CANCELLED(
            "was cancelled while it ran",
            Sets.ENDED + ", status = 'cancelled', cancel_requested_at = now(), work_started = true,"
                    + " cancel_token = 'token of another', cancel_reason = 'another'"),
    OLD("has failed, past its `expires_at` and its grace", Sets.FAILED + ", " + Sets.LONG_AGO);

    private final String meaning;
    private final String assignments;

    Scene(String meaning, String assignments) {
        this.meaning = meaning;
        this.assignments = assignments;
    }

    public static Scene of(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public String meaning() {
        return meaning;
    }

    /** What makes a queued job's row that of one in this state. */
    public String assignments() {
        return assignments;
    }

    /** The same state for the other jobs, but one that maintenance leaves alone. */
    Scene ofBystanders() {
        return switch (this) {
            case PARKED -> PARKED_LONG;
            case LAPSED, SPENT, LATE, LATE_LAPSED, BYGONE -> RUNNING;
            case UNSTARTED, LATE_QUEUED -> QUEUED;
            case OLD -> FAILED;
            default -> this;
        };
    }

    private static final class Sets {
        static final String HELD = "ready_pos = null, owner = '" + Stage.OWNER + "', lease_until = now() + interval ";
        static final String BEGUN = "status = 'in_progress', started_at = now(), " + HELD;
        static final String RUNNING = BEGUN + "'1 hour'";
        static final String LAPSED = BEGUN + "'-1 second'";
        static final String LATE = "expires_at = now() - interval '1 minute'";
        static final String LONG_AGO = "expires_at = now() - interval '2 days'";
        static final String ENDED = "ready_pos = null, started_at = now(), completed_at = now()";
        static final String FAILED =
                ENDED + ", status = 'failed', error_code = 'document_damaged', error_message = 'It is broken.'";
    }
}
