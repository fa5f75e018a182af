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
     * @param begun whether the other side may have begun; one that could not be reached, or turned the work away because
     *     it has no room, has not, and the job is not to pay for it with an attempt
     */
    record FailedForNow(JobError error, Duration after, boolean begun) implements Answer {
        public FailedForNow(JobError error, Duration after) {
            this(error, after, true);
        }
    }
}
