package dev.docket.endpoint;

import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.trace.AboutJob;
import dev.docket.trace.Trace;
import java.util.concurrent.Callable;

/**
 * What a processor is told about a run.
 *
 * @param organization the owner of the job
 * @param generation rises at each retry by the API; part of the idempotency key towards an upstream
 * @param attempt the number of this attempt, from 1
 * @param request the request exactly as the client sent it
 * @param sink where an answer may be put piece by piece
 * @param trace what the work is a part of
 */
public record Assignment(
        String organization,
        JobId job,
        Endpoint endpoint,
        int generation,
        int attempt,
        Payload request,
        AnswerSink sink,
        Trace trace) {
    /** Does a step of the work: what is logged and traced meanwhile is about its job. */
    public <T> T within(Callable<T> step) throws Exception {
        return AboutJob.call(organization, job, () -> trace.within(step));
    }

    /** A run that is not traced. */
    public Assignment(
            String organization,
            JobId job,
            Endpoint endpoint,
            int generation,
            int attempt,
            Payload request,
            AnswerSink sink) {
        this(organization, job, endpoint, generation, attempt, request, sink, Trace.NONE);
    }

    /** A run whose answer is held in memory. */
    public Assignment(String organization, JobId job, Endpoint endpoint, int generation, int attempt, Payload request) {
        this(organization, job, endpoint, generation, attempt, request, new HeldAnswer());
    }
}
