package dev.docket.store;

import dev.docket.job.Job;

/** How a retry ended. */
public sealed interface Retried {
    /** The job waits to be run again. */
    record Accepted(Job job) implements Retried {}

    /** The job is not in a state that can be retried; nothing was changed. */
    record Refused(Job job) implements Retried {}

    /** The organization has no such job. */
    record NotFound() implements Retried {}
}
