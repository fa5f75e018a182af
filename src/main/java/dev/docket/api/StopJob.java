package dev.docket.api;

import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.store.CancelRequest;
import dev.docket.store.Cancelled;
import dev.docket.store.GatherCancels;
import dev.docket.store.Signals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** Cancels a job, tells its executor, and answers with the truth about who won. */
@Singleton
class StopJob {
    private final GatherCancels cancels;
    private final Signals signals;
    private final CancelMeters meters;

    StopJob(GatherCancels cancels, Signals signals, CancelMeters meters) {
        this.cancels = cancels;
        this.signals = signals;
        this.meters = meters;
    }

    Uni<Answered> stop(String organization, JobId job, String token, CancelBody body) {
        return cancels.cancel(new CancelRequest(organization, job, token, body.reason(), body.onlyIfQueued()))
                .invoke(meters::ended)
                .map(outcome -> answer(job, outcome));
    }

    private Answered answer(JobId id, Cancelled outcome) {
        if (outcome instanceof Cancelled.Won won) {
            if (won.run() != null) {
                signals.cancelled(won.run());
            }
            return new Answered(won.job(), won.request());
        }
        if (outcome instanceof Cancelled.Repeated repeated) {
            return new Answered(repeated.job(), null);
        }
        if (outcome instanceof Cancelled.LostRace lost) {
            return new Answered(lost.job(), null);
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
