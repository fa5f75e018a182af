package dev.docket.job;

import java.util.Map;
import java.util.Objects;

/**
 * Why a job failed, as its owner reads it.
 *
 * @param code a code of the published list
 * @param message one sentence for a person
 * @param details what a program may want besides, null when there is nothing
 */
public record JobError(ErrorCode code, String message, Map<String, Object> details) {
    public JobError {
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
    }

    public JobError(ErrorCode code, String message) {
        this(code, message, null);
    }
}
