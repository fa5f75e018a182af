package dev.docket.store;

import dev.docket.job.BodyRef;

/** The body was deleted between the reading of its job and its own. */
public final class BodyGoneException extends RuntimeException {
    public BodyGoneException(BodyRef ref) {
        super("no body of " + ref.job() + " in bucket " + ref.bucket() + " for claim " + ref.claim());
    }
}
