package dev.docket.api;

import dev.docket.store.Bodies;
import io.smallrye.mutiny.Multi;

/**
 * A JSON answer that may hold large bodies. Resources return it as their entity; it is written piece by piece, each
 * read only when the client has taken the ones before.
 */
public sealed interface Document permits BatchDocument, JobDocument, JobListDocument, ObjectDocument, ResponseDocument {
    /** The text in order, for one subscriber. */
    Multi<byte[]> pieces(Bodies bodies);
}
