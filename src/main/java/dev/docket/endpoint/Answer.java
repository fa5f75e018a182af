package dev.docket.endpoint;

import dev.docket.job.BodyRef;
import dev.docket.job.JobError;
import dev.docket.job.Payload;
import java.time.Duration;

/** How a piece of work ended. */
public sealed interface Answer {
    /**
     * It succeeded.
     *
     * @param statusCode the HTTP status of the wrapped call, 200 to 299
     * @param body the JSON object of the answer, as bytes
     */
    record Completed(int statusCode, Payload body) implements Answer {}

    /**
     * It succeeded, and its body has been stored already.
     *
     * @param statusCode the HTTP status of the wrapped call, 200 to 299
     * @param body where the JSON object of the answer is, written under the claim of this run
     */
    record Stored(int statusCode, BodyRef body) implements Answer {}

    /** It failed for good: another attempt would fail the same way. */
    record Failed(JobError error) implements Answer {}

    /**
     * It failed in a way that another attempt may mend.
     *
     * @param after how long the other side asked to wait, {@link Duration#ZERO} when it did not say
     */
    record FailedForNow(JobError error, Duration after) implements Answer {}
}
