package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.JobError;
import dev.docket.job.Payload;
import java.time.Duration;

/** What a run's end does to its job. */
public sealed interface Verdict {
    /** Why the run failed, as its job says it; null for one that did not fail. */
    default String failure() {
        if (this instanceof Fail failed) {
            return failed.error().code();
        }
        return this instanceof Again again ? again.error().code() : null;
    }

    /** The job is completed with this answer. */
    record Complete(int statusCode, Payload body) implements Verdict {}

    /** The job is completed with an answer whose rows were written before, under the claim of this run. */
    record CompleteStored(int statusCode, BodyRef body) implements Verdict {}

    /** The job has failed. */
    record Fail(JobError error) implements Verdict {}

    /**
     * The attempt failed; the job waits this long and is run again, or has failed if no attempt is left.
     *
     * @param patience for how long since the first start of its job the run costs no attempt; zero when it costs one
     */
    record Again(JobError error, Duration delay, Duration patience) implements Verdict {
        public Again(JobError error, Duration delay) {
            this(error, delay, Duration.ZERO);
        }
    }

    /**
     * The request is good: the job is queued.
     *
     * @param resolved the request with its documents in it, whose rows were written before under the claim of this run;
     *     null when the request itself is what is run
     */
    record Validated(int attempts, BodyRef resolved) implements Verdict {}
}
