package dev.docket.endpoint;

import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.Payload;
import dev.docket.trace.AboutJob;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** A run that looks up its project first, and is an extraction from then on. */
final class ProjectWork implements Work {
    private static final Logger LOG = Logger.getLogger(ProjectWork.class);

    private final Projects projects;
    private final Processor processor;
    private final Assignment assignment;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private Cancellable looking;
    private Work extraction;
    private boolean over;

    ProjectWork(Projects projects, Processor processor, Assignment assignment) {
        this.projects = projects;
        this.processor = processor;
        this.assignment = assignment;
    }

    /** The look at the request takes milliseconds, which an event loop does not have. */
    synchronized void begin() {
        looking = Uni.createFrom()
                .item(() -> own(assignment.request()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(own ->
                        projects.find(assignment.organization(), own.project()).invoke(terms -> found(own, terms)))
                .subscribe()
                .with(begun -> {}, this::notFound);
    }

    @Override
    public Uni<Answer> answer() {
        return Uni.createFrom().completionStage(answer::copy);
    }

    @Override
    public Uni<Void> stopped() {
        return Uni.createFrom().completionStage(stopped::copy);
    }

    @Override
    public void whenAsked(Runnable told) {
        asked.thenRun(told);
    }

    @Override
    public synchronized void abort() {
        if (extraction != null) {
            extraction.abort();
        } else if (!over) {
            over = true;
            looking.cancel();
            stopped.complete(null);
        }
    }

    @Override
    public synchronized void cancelled() {
        if (extraction != null) {
            extraction.cancelled();
        }
    }

    private static FillRequest.Own own(Payload request) {
        try {
            return FillRequest.own(request);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private synchronized void found(FillRequest.Own own, Optional<ProjectTerms> terms) {
        if (over) {
            return;
        }
        if (own.iteration()) {
            end(failed(ErrorCode.REQUEST_INVALID, "Projects have no iterations here: leave iteration_id out."));
        } else if (terms.isEmpty()) {
            end(failed(ErrorCode.PROJECT_NOT_FOUND, "The project of the request is not there any more."));
        } else {
            extract(own.with(terms.get()));
        }
    }

    private void extract(Payload request) {
        extraction = processor.start(new Assignment(
                assignment.organization(),
                assignment.job(),
                Endpoint.DOCUMENTS_EXTRACT,
                assignment.generation(),
                assignment.attempt(),
                request,
                assignment.sink(),
                assignment.trace()));
        extraction.whenAsked(() -> asked.complete(null));
        extraction.answer().subscribe().with(answer::complete, answer::completeExceptionally);
        extraction.stopped().subscribe().with(stopped::complete, stopped::completeExceptionally);
    }

    private synchronized void notFound(Throwable failure) {
        if (over) {
            return;
        }
        if (failure instanceof UncheckedIOException) {
            end(failed(ErrorCode.REQUEST_INVALID, "A text beside the documents of the request is too long."));
        } else {
            AboutJob.log(
                    assignment.organization(),
                    assignment.job(),
                    () -> LOG.warnf(
                            "The project of %s could not be read: %s",
                            assignment.job(), failure.getClass().getName()));
            JobError error = new JobError(ErrorCode.PROCESSOR_FAILED, "The project could not be read from the store.");
            end(new Answer.FailedForNow(error, Duration.ZERO));
        }
    }

    private void end(Answer result) {
        over = true;
        answer.complete(result);
        stopped.complete(null);
    }

    private static Answer failed(ErrorCode code, String message) {
        return new Answer.Failed(new JobError(code, message));
    }
}
