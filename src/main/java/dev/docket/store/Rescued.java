package dev.docket.store;

import dev.docket.job.JobStatus;
import java.time.Duration;

/**
 * A run that was taken from an executor that is gone.
 *
 * @param to where its job is now: {@code queued}, {@code validating}, or {@code failed} without an attempt left
 * @param late how long after the end of its lease
 */
public record Rescued(JobStatus to, Duration late) {}
