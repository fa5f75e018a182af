package dev.docket.api;

import dev.docket.endpoint.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns everything that is wrong with a call into the one answer that lists it. */
public final class InvalidRequest {
    private static final int MOST_LISTED = 50;

    private InvalidRequest() {}

    /** A 422 of code {@code invalid_request}; its message names the first fault, since some clients show no more. */
    public static ProblemException of(List<Fault> faults) {
        Fault first = faults.get(0);
        String message = first.path() + ": expected " + first.expected() + ", got " + first.got() + more(faults.size());
        List<Map<String, Object>> errors =
                faults.stream().limit(MOST_LISTED).map(InvalidRequest::error).toList();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("errors", errors);
        details.put("error_count", faults.size());
        return new ProblemException(new Problem(422, "invalid_request", message, details, null));
    }

    private static String more(int count) {
        return count == 1 ? "." : " (the first of " + count + " errors).";
    }

    private static Map<String, Object> error(Fault fault) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("path", fault.path());
        error.put("expected", fault.expected());
        error.put("got", fault.got());
        return error;
    }
}
