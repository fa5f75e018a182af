package dev.docket.api;

import dev.docket.endpoint.Endpoint;
import dev.docket.job.Job;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.trace.AboutJob;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers a document call directly: makes a job of it, waits for its end, and gives its answer. The job is stopped when
 * its caller has gone or has waited for too long, since nobody would read what it brings.
 */
@Singleton
class AnswerDirectly {
    private static final Logger LOG = Logger.getLogger(AnswerDirectly.class);
    private static final String JOB_HEADER = "Docket-Job-Id";

    private final AcceptJob acceptJob;
    private final AwaitEnd awaitEnd;
    private final StopJob stopJob;
    private final DirectConfig config;

    AnswerDirectly(AcceptJob acceptJob, AwaitEnd awaitEnd, StopJob stopJob, DirectConfig config) {
        this.acceptJob = acceptJob;
        this.awaitEnd = awaitEnd;
        this.stopJob = stopJob;
        this.config = config;
    }

    /** The stored job of the call; its body is not needed any more once this has come. */
    Uni<Job> accept(String organization, Endpoint endpoint, String key, Payload request) {
        return acceptJob.acceptDirect(organization, endpoint, key, request, config.lifetime());
    }

    /** The answer of the job, or the problem that it ended with. */
    Uni<RestResponse<Document>> answer(Job job, RoutingContext call) {
        Duration patience = PreferredWait.of(call.request().headers().getAll("Prefer"), config.patience());
        stopWhenCallerGoes(job, call);
        return awaitEnd.of(job, patience)
                .onFailure(TimeoutException.class)
                .recoverWithUni(() -> stopped(job, patience))
                .map(ended -> response(ended, patience));
    }

    /** A cancel that comes too late leaves the job as it ended: then that is the answer after all. */
    private Uni<Job> stopped(Job job, Duration patience) {
        CancelBody reason = reason("no answer within " + patience.toSeconds() + " s");
        return stopJob.stop(job.organization(), job.id(), token(), reason).map(Answered::job);
    }

    private RestResponse<Document> response(Job ended, Duration patience) {
        if (ended.status() == JobStatus.COMPLETED) {
            return RestResponse.ResponseBuilder.<Document>create(ended.responseStatus())
                    .entity(new ResponseDocument(ended.response()))
                    .header(JOB_HEADER, ended.id().value())
                    .build();
        }
        throw new ProblemException(
                isGivenUp(ended) ? DirectFailure.tookTooLong(ended, patience.toSeconds()) : DirectFailure.of(ended));
    }

    private static boolean isGivenUp(Job ended) {
        return ended.cancellation() != null
                && ended.cancellation().reason() != null
                && ended.cancellation().reason().startsWith("no answer within ");
    }

    private void stopWhenCallerGoes(Job job, RoutingContext call) {
        call.addEndHandler(ended -> {
            if (ended.failed()) {
                stopJob.stop(job.organization(), job.id(), token(), reason("the caller has gone"))
                        .subscribe()
                        .with(
                                stopped -> about(
                                        job,
                                        () -> LOG.debugf(
                                                "The caller of %s has gone, it is %s",
                                                job.id(), stopped.job().status())),
                                failure -> logUnstopped(job, failure));
            }
        });
    }

    /** A job that has ended is what was wanted; anything else leaves it to its own end. */
    private static void logUnstopped(Job job, Throwable failure) {
        if (!(failure instanceof ProblemException)) {
            about(
                    job,
                    () -> LOG.warnf(
                            "%s, whose caller has gone, could not be stopped: %s", job.id(), failure.toString()));
        }
    }

    private static void about(Job job, Runnable lines) {
        AboutJob.log(job.organization(), job.id(), lines);
    }

    private static CancelBody reason(String text) {
        return new CancelBody(text, false);
    }

    private static String token() {
        return "direct:" + UUID.randomUUID();
    }
}
