package dev.docket.api;

import dev.docket.job.BodyRef;
import dev.docket.store.Bodies;
import io.smallrye.mutiny.Multi;

/** The answer of a completed job by itself, byte for byte as it was stored. */
record ResponseDocument(BodyRef body) implements Document {
    @Override
    public Multi<byte[]> pieces(Bodies bodies) {
        return bodies.pieces(body);
    }
}
