package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads one job of an organization. Another organization's job is not there. */
@Singleton
public class FindJob {
    private static final String FIND = """
            select %s,
                   j.xmin::text as written_by
            from job j
            join job_facts f on f.organization_id = j.organization_id and f.id = j.id
            where j.organization_id = $1
              and j.id = $2
            """.formatted(JobRow.columns("coalesce($3::timestamptz, clock_timestamp())"));

    private final Reader primary;

    FindJob(Pool pool) {
        this.primary = Reader.ofPrimary(pool);
    }

    public Uni<Optional<Job>> byId(String organization, JobId id) {
        return TryAgain.onLoss(() -> byId(primary, organization, id));
    }

    Uni<Optional<Job>> byId(Reader reader, String organization, JobId id) {
        return reader.run(FIND, Tuple.of(organization, id.value(), reader.moment()))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(JobRow.read(row.next())) : Optional.empty();
                });
    }
}
