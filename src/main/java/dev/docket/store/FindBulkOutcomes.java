package dev.docket.store;

import dev.docket.job.BulkOutcome;
import dev.docket.job.JobId;
import dev.docket.job.JobOutcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.Optional;

/** Reads what a bulk cancel did, in the order in which it did it: what is decided meanwhile comes behind. */
@Singleton
public class FindBulkOutcomes {
    private static final String POSITION = """
            select o.n
            from bulk_cancel_job o
            where o.organization_id = $1
              and o.bulk_id = $2
              and o.job_id = $3
              and o.n is not null
            """;

    private static final String PAGE = """
            select o.job_id, o.outcome, o.status, o.work_started
            from bulk_cancel_job o
            where o.organization_id = $1
              and o.bulk_id = $2
              -- Those that are pending have no place yet.
              and o.n > $3
              %s
            order by o.n
            limit $4
            """;

    private static final String OF_ANY = PAGE.formatted("");
    private static final String OF_ONE = PAGE.formatted("and o.outcome = $5");

    /** Says what the index on the rare outcomes asks for. */
    private static final String OF_ONE_RARE = PAGE.formatted("and o.outcome = $5 and o.outcome <> 'cancelled'");

    private final Pool pool;

    FindBulkOutcomes(Pool pool) {
        this.pool = pool;
    }

    /**
     * A page of the outcomes.
     *
     * @param outcome only this one, or null for all
     * @param after the last job of the page before, or null; the page is empty when it has no outcome there
     */
    public Uni<Optional<Page<JobOutcome>>> page(BulkRef bulk, BulkOutcome outcome, JobId after, int limit) {
        return after == null
                ? read(bulk, outcome, 0, limit).map(Optional::of)
                : position(bulk, after)
                        .chain(n -> n.isEmpty()
                                ? Uni.createFrom().item(Optional.<Page<JobOutcome>>empty())
                                : read(bulk, outcome, n.get(), limit).map(Optional::of));
    }

    private Uni<Optional<Integer>> position(BulkRef bulk, JobId after) {
        return TryAgain.onLoss(() -> pool.preparedQuery(POSITION)
                        .execute(Tuple.of(bulk.organization(), bulk.id().value(), after.value())))
                .map(rows -> {
                    Iterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(row.next().getInteger("n")) : Optional.<Integer>empty();
                });
    }

    private Uni<Page<JobOutcome>> read(BulkRef bulk, BulkOutcome outcome, int behind, int limit) {
        String statement = outcome == null ? OF_ANY : outcome == BulkOutcome.CANCELLED ? OF_ONE : OF_ONE_RARE;
        Tuple asked = Tuple.of(bulk.organization(), bulk.id().value(), behind, limit + 1);
        if (outcome != null) {
            asked.addString(outcome.wire());
        }
        return TryAgain.onLoss(() -> pool.preparedQuery(statement).execute(asked))
                .map(rows -> Page.of(rows, limit, FindBulkOutcomes::outcome));
    }

    private static JobOutcome outcome(Row row) {
        String status = row.getString("status");
        return new JobOutcome(
                new JobId(row.getString("job_id")),
                BulkOutcome.ofWire(row.getString("outcome")).orElseThrow(),
                status == null ? null : JobRow.status(status),
                row.getBoolean("work_started"));
    }
}
