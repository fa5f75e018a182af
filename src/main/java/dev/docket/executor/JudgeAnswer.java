package dev.docket.executor;

import dev.docket.endpoint.Answer;
import dev.docket.job.JobStatus;
import dev.docket.store.ClaimedJob;
import dev.docket.store.JobsConfig;
import dev.docket.store.Verdict;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What becomes of a job by the answer to its run: a result, a request that is whole now, another attempt, or a failure. */
@Singleton
class JudgeAnswer {
    private final JobsConfig config;

    JudgeAnswer(JobsConfig config) {
        this.config = config;
    }

    Verdict of(ClaimedJob job, Answer answer) {
        if (answer instanceof Answer.Completed completed) {
            return resolves(job)
                    ? new Verdict.Validated(config.attempts(), null)
                    : new Verdict.Complete(completed.statusCode(), completed.body());
        }
        if (answer instanceof Answer.Stored stored) {
            return resolves(job)
                    ? new Verdict.Validated(config.attempts(), stored.body())
                    : new Verdict.CompleteStored(stored.statusCode(), stored.body());
        }
        if (answer instanceof Answer.FailedForNow passing) {
            return new Verdict.Again(
                    passing.error(),
                    Backoff.after(tries(job), passing.after()),
                    passing.begun() ? Duration.ZERO : config.patience());
        }
        return new Verdict.Fail(((Answer.Failed) answer).error());
    }

    /** A run that resolves a request is no attempt at its work, but takes one of those that the job is allowed. */
    private int tries(ClaimedJob job) {
        return resolves(job) ? config.attempts() - job.attemptsLeft() : job.attempt();
    }

    private static boolean resolves(ClaimedJob job) {
        return job.status() == JobStatus.VALIDATING;
    }
}
