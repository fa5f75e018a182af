package dev.docket.api;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import dev.docket.store.FindJob;
import dev.docket.store.JobEnds;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Waits until a job has ended: until this process hears that it wrote the end, and otherwise by looking at the job, at
 * first often and then less so.
 */
@Singleton
class AwaitEnd {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** A wait of nothing is one too. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    private final FindJob findJob;
    private final JobEnds ends;

    AwaitEnd(FindJob findJob, JobEnds ends) {
        this.findJob = findJob;
        this.ends = ends;
    }

    /** The job once it is not live any more, on the caller's context; fails with a {@link TimeoutException} before. */
    Uni<Job> of(Job job, Duration patience) {
        CompletableFuture<Void> written = ends.of(job.id());
        Context context = Vertx.currentContext();
        return look(job, written, context, FIRST_PAUSE)
                .ifNoItem()
                .after(patience.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : patience)
                .fail()
                .emitOn(step -> context.runOnContext(ignored -> step.run()))
                .onTermination()
                .invoke(() -> ends.forget(job.id()));
    }

    private Uni<Job> look(Job job, CompletableFuture<Void> written, Context context, Duration pause) {
        return findJob.byId(job.organization(), job.id())
                .map(found -> found.orElseThrow(() -> gone(job.id())))
                .chain(found -> found.status().isLive()
                        ? rest(written, context, pause).chain(() -> look(job, written, context, longer(pause)))
                        : Uni.createFrom().item(found));
    }

    /** The end was heard of at most once; after that only the pauses are left. */
    private static Uni<Void> rest(CompletableFuture<Void> written, Context context, Duration pause) {
        Uni<Void> time = Uni.createFrom().voidItem().onItem().delayIt().by(pause);
        Uni<Void> sooner = written.isDone()
                ? time
                : Uni.combine().any().of(time, Uni.createFrom().completionStage(() -> written.copy()));
        return sooner.emitOn(step -> context.runOnContext(ignored -> step.run()));
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static ProblemException gone(JobId job) {
        return new ProblemException(Problems.jobNotFound(job));
    }
}
