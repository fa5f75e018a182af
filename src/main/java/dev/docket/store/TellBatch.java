package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Tells once more what the last batch of a bulk cancel did, for a try that finds its own batch done. */
final class TellBatch {
    private static final String TELL =
            """
            select b.completed_at is not null as completed, %1$s,
                   array_agg(j.id order by j.id) filter (where j.id is not null) as stopped,
                   array_agg(j.claim order by j.id) filter (where j.id is not null) as claims
            from bulk_cancel b
            left join bulk_cancel_job o on o.organization_id = b.organization_id
                                       and o.bulk_id = b.id
                                       and o.n > b.batch_from
            left join lateral (
                select j.id, j.claim, j.status, j.cancel_token
                from job j
                where j.organization_id = o.organization_id
                  and j.id = o.job_id
                limit 1
            ) j on o.work_started
               -- One that was retried since has no run that this bulk cancel ended.
               and j.status = 'cancelled'
               and j.cancel_token = 'bulk:' || b.id
            where b.organization_id = $1
              and b.id = $2
            group by b.completed_at
            """.formatted(BatchRow.COUNTS.formatted("o").strip());

    private TellBatch() {}

    static Uni<BatchDone> tell(SqlConnection connection, BulkRef bulk) {
        return connection
                .preparedQuery(TELL)
                .execute(Tuple.of(bulk.organization(), bulk.id().value()))
                .map(rows -> BatchRow.read(rows.iterator().next(), bulk));
    }
}
