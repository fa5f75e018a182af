package dev.docket.endpoint.local;

import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.job.Payload;
import java.io.IOException;

/** One endpoint's work, done on a worker thread from the request's bytes to the answer's bytes. */
public interface LocalCall {
    Endpoint endpoint();

    /**
     * Throws a {@link DocumentRefused} when the request or its document cannot be answered, for good.
     *
     * @throws IOException when bytes could not be read or written, which for bytes in memory is unforeseen
     */
    Payload answer(Payload request) throws IOException;

    /** The same, for a call that has to know whose request it is. */
    default Payload answer(Assignment assignment) throws IOException {
        return answer(assignment.request());
    }
}
