package dev.docket.job;

/**
 * What a bulk cancel did about a job.
 *
 * @param status the job's status at that moment; null when there was no job to look at
 * @param workStarted whether the job was being worked on when it was cancelled; null when it was not cancelled
 */
public record JobOutcome(JobId job, BulkOutcome outcome, JobStatus status, Boolean workStarted) {}
