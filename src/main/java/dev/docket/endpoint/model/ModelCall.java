package dev.docket.endpoint.model;

import dev.docket.endpoint.Endpoint;
import dev.docket.job.Payload;
import java.io.IOException;

/** One endpoint's work, done on a thread of its run from the request's bytes to the answer's bytes. */
interface ModelCall {
    Endpoint endpoint();

    /**
     * The answer. Throws a {@link ModelFailed}, or what a reading throws, when there is none.
     *
     * @param tokens what the calls of the run use
     * @throws IOException when bytes in memory could not be read or written, which is unforeseen
     */
    Payload answer(Payload request, Tokens tokens) throws IOException;
}
