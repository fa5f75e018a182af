package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;

/** How a create ended. */
public sealed interface Created {
    /** The job is stored. */
    record Stored(Job job) implements Created {}

    /** The same call was made before: this is the job that it made, as it is now. */
    record Repeated(Job job) implements Created {}

    /** The idempotency key was used with another body; nothing was stored. */
    record KeyUsedOtherwise(JobId job) implements Created {}
}
