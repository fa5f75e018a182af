package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads one job of an organization. Another organization's job is not there. */
@ApplicationScoped
public class FindJob {
    private static final String FIND = """
            select %s
            from job j
            join job_facts f on f.organization_id = j.organization_id and f.id = j.id
            where j.organization_id = $1
              and j.id = $2
            """.formatted(JobRow.COLUMNS);

    private final Pool pool;

    FindJob(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Job>> byId(String organization, JobId id) {
        return TryAgain.onLoss(() -> RunStatement.on(pool, FIND, Tuple.of(organization, id.value())))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(JobRow.read(row.next())) : Optional.empty();
                });
    }
}
