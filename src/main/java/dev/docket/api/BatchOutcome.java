package dev.docket.api;

import dev.docket.job.Job;

/** What became of one entry of a batch of creates. */
public sealed interface BatchOutcome {
    /** It is stored, by this call or by an earlier one with its key. */
    record Accepted(Job job) implements BatchOutcome {}

    /** It is not stored, for this reason. */
    record Refused(Problem problem) implements BatchOutcome {}
}
