package dev.docket.api;

import java.time.Duration;
import java.util.Map;

/**
 * A refusal as a client reads it.
 *
 * @param status the HTTP status
 * @param code what a program may switch on
 * @param message one sentence for a person
 * @param details more for a program, or null
 * @param retryAfter when another try makes sense, or null when it does not
 */
public record Problem(int status, String code, String message, Map<String, Object> details, Duration retryAfter) {}
