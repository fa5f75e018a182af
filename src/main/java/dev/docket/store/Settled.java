package dev.docket.store;

import dev.docket.job.JobStatus;

/** How the writing of a run's end was received. */
public sealed interface Settled {
    /** It was written. */
    record Won(JobStatus status) implements Settled {}

    /** The run was not the job's current one any more: the end was dropped. */
    record TooLate() implements Settled {}
}
