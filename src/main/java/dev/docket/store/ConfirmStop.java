package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;

/** Notes on a cancelled job that its work has really stopped. */
@Singleton
public class ConfirmStop {
    private static final String CONFIRM = """
            update job j
            -- An earlier try whose answer was lost may have noted it: that time stays, and is answered.
            set work_stopped_at = coalesce(j.work_stopped_at, clock_timestamp())
            where j.organization_id = $1
              and j.id = $2
              -- The very run that the cancel ended: not one of a later claim, nor one before a retry.
              and j.claim = $3
              and j.generation = $4
              -- By its time and not by the status, whose index would be walked for all that were cancelled.
              and j.cancel_requested_at is not null
            returning extract(epoch from j.work_stopped_at - j.cancel_requested_at)::float8 as seconds
            """;

    private final Pool pool;

    ConfirmStop(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** The time from the cancel to now; empty when the run did not end by a cancel. */
    public Uni<Optional<Duration>> confirm(RunRef run, int generation) {
        return TryAgain.onLoss(() -> pool.preparedQuery(CONFIRM)
                        .execute(Tuple.of(run.organization(), run.job().value(), run.claim(), generation)))
                .map(ConfirmStop::elapsed);
    }

    private static Optional<Duration> elapsed(RowSet<Row> rows) {
        Iterator<Row> row = rows.iterator();
        return row.hasNext()
                ? Optional.of(Duration.ofMillis(Math.round(row.next().getDouble("seconds") * 1000)))
                : Optional.empty();
    }
}
