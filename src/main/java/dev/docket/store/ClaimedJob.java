package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;

/**
 * All that a run needs to begin, but for a large request.
 *
 * @param status {@code validating} or {@code in_progress}
 * @param readyPos where the job stood in its lane
 * @param attempt the number of this attempt, from 1
 * @param attemptsLeft how many further attempts the job has
 * @param request what the run works on: the request as it was sent, or with its documents in place of their URLs
 * @param body the request itself where it is small, else null
 * @param limits what its creator asked for
 * @param traceparent what the run is linked to; null when the creation of its job was not traced, or nobody asked
 */
public record ClaimedJob(
        RunRef run,
        String endpoint,
        JobStatus status,
        long readyPos,
        int generation,
        int attempt,
        int attemptsLeft,
        double waitedSeconds,
        BodyRef request,
        Payload body,
        TimeLimits limits,
        String traceparent) {
    /** The same, once it is known how its job was created. */
    public ClaimedJob createdBy(String trace) {
        return new ClaimedJob(
                run,
                endpoint,
                status,
                readyPos,
                generation,
                attempt,
                attemptsLeft,
                waitedSeconds,
                request,
                body,
                limits,
                trace);
    }

    public Lane lane() {
        return new Lane(run.organization(), endpoint);
    }
}
