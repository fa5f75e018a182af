package dev.docket.endpoint.upstream;

import dev.docket.endpoint.Assignment;
import java.util.Map;

/** The headers that tell a service whose call it is. */
final class CallHeaders {
    private CallHeaders() {}

    static Map<String, String> of(Assignment assignment) {
        return Map.of(
                "Idempotency-Key", idempotencyKey(assignment),
                "Docket-Job-Id", assignment.job().value(),
                "Docket-Attempt", Integer.toString(assignment.attempt()));
    }

    /** The same for every run of a job, however often it is rescued or tried again; new after a retry by its owner. */
    static String idempotencyKey(Assignment assignment) {
        return assignment.job() + "-" + assignment.generation();
    }
}
