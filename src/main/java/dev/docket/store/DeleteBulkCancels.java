package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Deletes bulk cancels that are older than they are kept, the outcomes of each before itself. */
@Singleton
public class DeleteBulkCancels {
    /** Beyond the time that anybody works on one, so that none gets an outcome while it is deleted. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final String DELETE_OUTCOMES = """
            with outdated as materialized (
                select b.organization_id, b.id
                from bulk_cancel b
                where b.created_at < now() - make_interval(secs => $2)
                order by b.created_at
                limit $1
            ),
            due as materialized (
                select o.organization_id, o.bulk_id, o.job_id
                from outdated b
                join bulk_cancel_job o on o.organization_id = b.organization_id and o.bulk_id = b.id
                limit $1
                offset $3
                for update of o skip locked
            )
            delete from bulk_cancel_job o
            using due d
            where o.organization_id = d.organization_id
              and o.bulk_id = d.bulk_id
              and o.job_id = d.job_id
            """;

    private static final String DELETE = """
            with outdated as materialized (
                select b.organization_id, b.id
                from bulk_cancel b
                where b.created_at < now() - make_interval(secs => $2)
                  and not exists (select
                                  from bulk_cancel_job o
                                  where o.organization_id = b.organization_id
                                    and o.bulk_id = b.id)
                order by b.created_at
                limit $1
                offset $3
                for update skip locked
            )
            delete from bulk_cancel b
            using outdated o
            where b.organization_id = o.organization_id
              and b.id = o.id
            """;

    private final MaintenanceBatch maintenance;

    DeleteBulkCancels(MaintenanceBatch maintenance) {
        this.maintenance = maintenance;
    }

    /** Deletes at most {@code limit} outcomes and answers with how many there were, past the first {@code skip}. */
    public Uni<Integer> outcomes(int limit, int skip, Duration kept) {
        return run("bulk outcomes", DELETE_OUTCOMES, limit, skip, kept);
    }

    /** Deletes at most {@code limit} bulk cancels whose outcomes are gone, past the first {@code skip}. */
    public Uni<Integer> bulkCancels(int limit, int skip, Duration kept) {
        return run("bulk cancels", DELETE, limit, skip, kept);
    }

    private Uni<Integer> run(String name, String statement, int limit, int skip, Duration kept) {
        return maintenance.run(
                name,
                0,
                connection -> connection
                        .preparedQuery(statement)
                        .execute(Tuple.of(limit, Seconds.of(kept.plus(MARGIN)), skip))
                        .map(rows -> rows.rowCount()));
    }
}
