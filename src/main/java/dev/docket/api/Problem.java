package dev.docket.api;

import io.vertx.core.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a call was answered with an error. On the wire it is {@code {"detail": {"code", "message", "details"}}}, the
 * shape that every published client can read.
 *
 * @param status 400 to 599
 * @param code for programs; a published name that does not change
 * @param message for people
 * @param details more for programs, or null
 * @param retryAfter sent as {@code Retry-After} in whole seconds; null when a try again will not help
 */
public record Problem(int status, String code, String message, Map<String, Object> details, Duration retryAfter) {
    public Problem(int status, String code, String message) {
        this(status, code, message, null, null);
    }

    /** The body of the answer. */
    String json() {
        return "{\"detail\":" + reason() + "}";
    }

    /** Code, message and details, where the answer is not the problem alone. */
    String reason() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("code", code);
        detail.put("message", message);
        detail.put("details", details);
        return Json.encode(detail);
    }

    /** The value of {@code Retry-After}, at least one second; null when there is none. */
    String retryAfterSeconds() {
        return retryAfter == null ? null : Long.toString(Math.max(1, retryAfter.toSeconds()));
    }
}
