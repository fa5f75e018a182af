package dev.docket.endpoint;

import io.smallrye.mutiny.Uni;

/**
 * Takes the body of one answer in pieces of any size, so that a large one need not be held whole. What was written and
 * never made an answer of is never shown.
 */
public interface AnswerSink {
    /** Takes the next piece. The one after it may be written when this has come; the bytes must not change till then. */
    Uni<Void> write(byte[] piece);

    /**
     * The answer with all that was written as its body.
     *
     * @param statusCode the HTTP status of the wrapped call, 200 to 299
     */
    Uni<Answer> completed(int statusCode);
}
