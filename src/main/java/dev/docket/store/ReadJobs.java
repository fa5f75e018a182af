package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads jobs for callers: from the replica where there is one and its answer is as good, else from the primary. What was
 * answered before, by whichever process, is never taken back.
 */
@Singleton
public class ReadJobs {
    private final AskReplica askReplica;
    private final Replica replica;
    private final FindJob findJob;
    private final FindJobs findJobs;

    ReadJobs(AskReplica askReplica, Replica replica, FindJob findJob, FindJobs findJobs) {
        this.askReplica = askReplica;
        this.replica = replica;
        this.findJob = findJob;
        this.findJobs = findJobs;
    }

    /** One job of an organization. */
    public Uni<Optional<Job>> byId(String organization, JobId id) {
        return replica.isConfigured()
                ? askReplica
                        .ask(reader -> findJob.byId(reader, organization, id))
                        .chain(found -> orElse(found, () -> findJob.byId(organization, id)))
                : findJob.byId(organization, id);
    }

    /** A page; empty when the cursor is not a job of the organization. */
    public Uni<Optional<JobPage>> page(String organization, JobFilter filter, PageRequest page) {
        if (filter.status() != null) {
            // A job that has just left the status is not on the page, so nothing tells that the primary still shows it.
            replica.count(ReadSource.BY_STATUS);
            return findJobs.page(organization, filter, page);
        }
        return replica.isConfigured()
                ? askReplica
                        .ask(reader -> findJobs.page(reader, organization, filter, page))
                        .chain(found -> orElse(found, () -> findJobs.page(organization, filter, page)))
                : findJobs.page(organization, filter, page);
    }

    private static <T> Uni<Optional<T>> orElse(Optional<T> found, Supplier<Uni<Optional<T>>> primary) {
        return found.isPresent() ? Uni.createFrom().item(found) : primary.get();
    }
}
