package dev.docket.api;

import com.fasterxml.jackson.core.JsonToken;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import java.util.List;
import java.util.Set;

/** What the body of a direct call must be before its endpoint's model has a look at it. */
final class DirectRequest {
    private DirectRequest() {}

    /** Refuses what is no JSON object with a 400 or a 422, and a stream, which a direct answer is not. */
    static void check(Payload body) {
        TopLevel request = TopLevel.read(body, Set.of("stream"));
        if (request.kind() != JsonToken.START_OBJECT) {
            throw InvalidRequest.of(
                    List.of(new Fault("body", "an object, the request of this endpoint", Shown.kind(request.kind()))));
        }
        TopLevel.Member stream = request.members().get("stream");
        if (stream != null && stream.kind() == JsonToken.VALUE_TRUE) {
            throw InvalidRequest.of(List.of(new Fault("stream", "false: answers come whole", "true")));
        }
    }
}
