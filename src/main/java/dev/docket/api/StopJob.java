package dev.docket.api;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.store.CancelJob;
import dev.docket.store.CancelRequest;
import dev.docket.store.Cancelled;
import dev.docket.store.Signals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Cancels a job, tells its executor, and answers with the truth about who won. */
@ApplicationScoped
class StopJob {
    private final CancelJob cancelJob;
    private final Signals signals;
    private final CancelMeters meters;

    StopJob(CancelJob cancelJob, Signals signals, CancelMeters meters) {
        this.cancelJob = cancelJob;
        this.signals = signals;
        this.meters = meters;
    }

    Uni<Job> stop(String organization, JobId job, String token, CancelBody body) {
        return cancelJob
                .cancel(new CancelRequest(organization, job, token, body.reason(), body.onlyIfQueued()))
                .invoke(meters::ended)
                .map(outcome -> answer(job, outcome));
    }

    private Job answer(JobId id, Cancelled outcome) {
        if (outcome instanceof Cancelled.Won won) {
            if (won.run() != null) {
                signals.cancelled(won.run());
            }
            return won.job();
        }
        if (outcome instanceof Cancelled.Repeated repeated) {
            return repeated.job();
        }
        if (outcome instanceof Cancelled.LostRace lost) {
            return lost.job();
        }
        if (outcome instanceof Cancelled.AlreadyFinished finished) {
            throw new ProblemException(refusal(finished.job().status()));
        }
        if (outcome instanceof Cancelled.NoLongerQueued running) {
            throw new ProblemException(notQueued(running.job().status()));
        }
        throw new ProblemException(Problems.jobNotFound(id));
    }

    private static Problem refusal(JobStatus status) {
        Map<String, Object> details = Map.of("status", status.wire());
        return status == JobStatus.CANCELLED
                ? new Problem(
                        400, "job_already_cancelled", "Cannot cancel: the job is already cancelled.", details, null)
                : new Problem(
                        400, "job_not_cancellable", "Cannot cancel: the job is " + status.wire() + ".", details, null);
    }

    private static Problem notQueued(JobStatus status) {
        return new Problem(
                409,
                "job_not_queued",
                "Not cancelled: the job is " + status.wire() + " and the call asked for queued jobs only.",
                Map.of("status", status.wire()),
                null);
    }
}
