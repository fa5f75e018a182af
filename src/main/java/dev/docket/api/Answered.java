package dev.docket.api;

import dev.docket.job.Job;
import dev.docket.job.Payload;

/**
 * The job that a call is answered with.
 *
 * @param request its request where that is at hand, and small enough to be kept beyond the call; else null
 */
record Answered(Job job, Payload request) {}
