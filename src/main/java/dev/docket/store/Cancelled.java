package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.Payload;

/** How a cancel ended. */
public sealed interface Cancelled {
    /**
     * The cancel won.
     *
     * @param job as it is now
     * @param run the run to be stopped, or null when none had begun
     * @param request the job's request where it came along, else null
     */
    record Won(Job job, RunRef run, Payload request) implements Cancelled {}

    /** The same call won before and the job was retried since. Nothing was changed. */
    record Repeated(Job job) implements Cancelled {}

    /** The job was live when the call began and found its outcome, in another's hands, before the cancel could. */
    record LostRace(Job job) implements Cancelled {}

    /** The job had ended before the call. */
    record AlreadyFinished(Job job) implements Cancelled {}

    /** The caller wanted the job only if it was still queued, and a run had begun. Nothing was changed. */
    record NoLongerQueued(Job job) implements Cancelled {}

    /** The organization has no such job. */
    record NotFound() implements Cancelled {}
}
