package dev.docket.api;

import dev.docket.endpoint.EndpointLimits;
import dev.docket.job.Job;
import dev.docket.job.JobId;
import dev.docket.store.JobsConfig;
import dev.docket.store.Lane;
import dev.docket.store.Retried;
import dev.docket.store.RetryJob;
import dev.docket.store.RetryRequest;
import dev.docket.store.Signals;
import dev.docket.tenant.QueuedQuota;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** Takes a job back to the queue and makes it known. */
@Singleton
class RunAgain {
    private final RetryJob retryJob;
    private final QueuedQuota quota;
    private final JobsConfig config;
    private final EndpointLimits limits;
    private final Signals signals;

    RunAgain(RetryJob retryJob, QueuedQuota quota, JobsConfig config, EndpointLimits limits, Signals signals) {
        this.retryJob = retryJob;
        this.quota = quota;
        this.config = config;
        this.limits = limits;
        this.signals = signals;
    }

    Uni<Job> runAgain(String organization, JobId job, String token) {
        RetryRequest request =
                new RetryRequest(organization, job, token, config.lifetime(), config.attempts(), limits.queueByPath());
        return quota.admit(organization, 1).chain(() -> retryJob.retry(request)).map(outcome -> answer(job, outcome));
    }

    private Job answer(JobId id, Retried outcome) {
        if (outcome instanceof Retried.Accepted accepted) {
            Job job = accepted.job();
            signals.ready(new Lane(job.organization(), job.endpoint()));
            return job;
        }
        if (outcome instanceof Retried.Refused refused) {
            throw new ProblemException(refusal(refused.job()));
        }
        throw new ProblemException(Problems.jobNotFound(id));
    }

    private static Problem refusal(Job job) {
        String status = job.status().wire();
        String why = job.status().isLive() ? "it has not finished yet" : "it has its result";
        return new Problem(
                400,
                "job_not_retryable",
                "Cannot retry: the job is " + status + "; " + why
                        + ". Only failed, cancelled and expired jobs can be retried.",
                Map.of("status", status),
                null);
    }
}
