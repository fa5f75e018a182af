package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads one job of an organization. Another organization's job is not there. */
@ApplicationScoped
public class FindJob {
    private final JobRepository jobs;

    FindJob(JobRepository jobs) {
        this.jobs = jobs;
    }

    public Uni<Optional<Job>> byId(String organization, JobId id) {
        return TryAgain.onLoss(() -> Panache.withSession(() -> jobs.owned(organization, id.value())))
                .map(row -> Optional.ofNullable(row).map(JobEntity::toJob));
    }
}
