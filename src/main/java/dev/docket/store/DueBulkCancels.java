package dev.docket.store;

import dev.docket.job.BulkCancelId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds bulk cancels that nobody has worked on lately, for instance because the process that did is gone. */
@Singleton
public class DueBulkCancels {
    private static final String DUE = """
            select b.organization_id, b.id
            from bulk_cancel b
            where b.completed_at is null
              and b.due_at <= clock_timestamp()
              -- Older ones can be no job's any more.
              and b.created_at > clock_timestamp() - make_interval(secs => $2)
            order by b.due_at
            limit $1
            """;

    private static final String POSTPONE = """
            update bulk_cancel b
            set due_at = clock_timestamp() + make_interval(secs => $3)
            where b.organization_id = $1
              and b.id = $2
              and b.completed_at is null
            """;

    private final Pool pool;
    private final JobsConfig config;

    DueBulkCancels(Pool pool, JobsConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The longest due first, at most {@code most}. */
    public Uni<List<BulkRef>> find(int most) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(most, Seconds.of(config.lifetime())))
                .map(rows -> {
                    List<BulkRef> due = new ArrayList<>();
                    rows.forEach(row -> due.add(new BulkRef(row.getString(0), new BulkCancelId(row.getString(1)))));
                    return due;
                });
    }

    /** Lets one rest that cannot go on, so that it is not tried all the time. */
    public Uni<Void> postpone(BulkRef bulk, Duration rest) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(bulk.organization(), bulk.id().value(), Seconds.of(rest)))
                .replaceWithVoid();
    }
}
