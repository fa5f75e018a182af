package dev.docket.api;

import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import java.util.List;
import java.util.Optional;

/** What the body of a create call turned out to be. */
public sealed interface CreateEnvelope {
    /** The envelope is good. */
    record Understood(CreateCall call) implements CreateEnvelope {}

    /**
     * The envelope has faults. When its endpoint and its request could be told all the same, the request can still be
     * checked, so that one answer names every fault.
     */
    record Faulty(List<Fault> faults, Optional<Endpoint> endpoint, Optional<Payload> request)
            implements CreateEnvelope {}

    /** Reads a body in one pass; one that is not a single JSON value in UTF-8 is refused with a 400. */
    static CreateEnvelope read(Payload body) {
        return new EnvelopeReader(body, false).read();
    }

    /** Reads an entry of a batch in the same way; its key is a member, where a single call has a header. */
    static CreateEnvelope readItem(Payload item) {
        return new EnvelopeReader(item, true).read();
    }
}
