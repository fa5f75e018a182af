package dev.docket.store;

import dev.docket.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;

/** Stores the jobs of different calls together. */
@Singleton
class GatherCreates {
    private static final int MOST_ROWS = 250;

    private final CreateJobs createJobs;
    private final Gather<NewJob, Job> gather;

    GatherCreates(Vertx vertx, CreateJobs createJobs) {
        this.createJobs = createJobs;
        this.gather = new Gather<>(vertx, MOST_ROWS, job -> job.request().length(), createJobs::create);
    }

    /**
     * Stores a job that has no key and a request of one chunk, together with others. When it fails the job may be
     * stored all the same. Comes on the caller's context.
     */
    Uni<Job> create(NewJob job) {
        return gather.add(job);
    }

    /** Runs the statement for no job at all. */
    Uni<Void> rehearse() {
        return createJobs.create(List.of()).replaceWithVoid();
    }
}
