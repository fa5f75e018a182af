package dev.docket.api;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * Which bodies an answer carries. A flag that is absent means yes: the oldest clients send none and cannot do without
 * the bodies, all later ones send both.
 */
public record PayloadChoice(boolean includeRequest, boolean includeResponse) {
    /** Both bodies, as without flags. */
    public static final PayloadChoice BOTH = new PayloadChoice(true, true);

    /** Reads the query of a call, see {@link #read(MultiMap)}; one that cannot be decoded is refused with a 400. */
    public static PayloadChoice read(HttpServerRequest request) {
        return read(QueryParameters.of(request));
    }

    /** Reads {@code include_request} and {@code include_response}; anything but a boolean is refused with a 422. */
    public static PayloadChoice read(MultiMap query) {
        QueryParameters parameters = new QueryParameters(query);
        PayloadChoice choice = of(parameters.flag("include_request"), parameters.flag("include_response"));
        parameters.refuseFaults();
        return choice;
    }

    static PayloadChoice of(Boolean request, Boolean response) {
        return new PayloadChoice(!Boolean.FALSE.equals(request), !Boolean.FALSE.equals(response));
    }
}
