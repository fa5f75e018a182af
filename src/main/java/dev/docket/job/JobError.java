package dev.docket.job;

import java.util.Map;
import java.util.Objects;

/**
 * Why a job failed, as its owner reads it. The code is text and not {@link ErrorCode}, because a row may have been
 * written by a newer version that knows more codes.
 *
 * @param code a code of the published list, as on the wire
 * @param message one sentence for a person
 * @param details what a program may want besides, null when there is nothing
 */
public record JobError(String code, String message, Map<String, Object> details) {
    public JobError {
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
    }

    public JobError(ErrorCode code, String message, Map<String, Object> details) {
        this(code.wire(), message, details);
    }

    public JobError(ErrorCode code, String message) {
        this(code.wire(), message, null);
    }
}
