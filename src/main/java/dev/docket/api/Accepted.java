package dev.docket.api;

import dev.docket.job.Job;
import dev.docket.job.Payload;

/**
 * The job that a create call is answered with.
 *
 * @param request the bytes that were stored just now, when they are few enough to be kept beyond the call; else null
 */
record Accepted(Job job, Payload request) {}
