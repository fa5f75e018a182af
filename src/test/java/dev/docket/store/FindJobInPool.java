package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/** Reads a job over the pool alone, for tests that have no Hibernate. */
public final class FindJobInPool extends FindJob {
    private static final String FIND = """
            select %s
            from job j
            join job_facts f on f.organization_id = j.organization_id and f.id = j.id
            where j.organization_id = $1
              and j.id = $2
            """.formatted(JobRow.COLUMNS);

    private final Pool pool;

    public FindJobInPool(Pool pool) {
        super(null);
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Job>> byId(String organization, JobId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(organization, id.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(JobRow.read(rows.iterator().next())));
    }
}
