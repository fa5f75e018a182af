package dev.docket.store;

import dev.docket.job.BulkOutcome;
import dev.docket.job.JobStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Counts what a bulk cancel would do, and does nothing. */
@Singleton
public class PreviewBulkCancel {
    /** So many live jobs are looked at; more may match. */
    private static final int LOOK = 20_000;

    private static final String COUNTS = """
            count(*) filter (where g.outcome = 'cancelled' and g.status = 'validating')::int as validating,
            count(*) filter (where g.outcome = 'cancelled' and g.status = 'queued')::int as queued,
            count(*) filter (where g.outcome = 'cancelled' and g.status = 'in_progress')::int as in_progress,
            count(*) filter (where g.outcome = 'cancelled')::int as cancelled,
            count(*) filter (where g.outcome = 'already_finished')::int as already_finished,
            count(*) filter (where g.outcome = 'not_queued')::int as not_queued,
            0 as status_changed,
            count(*) filter (where g.outcome = 'not_found')::int as not_found,
            0 as error
            """;

    private static final String NAMED = """
            select %s,
                   false as at_least
            from (
                select j.status,
                       case
                           when j.id is null then 'not_found'
                           when j.completed_at is not null or j.expires_at <= now() then 'already_finished'
                           when $3::boolean and j.owner is not null then 'not_queued'
                           else 'cancelled'
                       end as outcome
                from unnest($2::text[]) as a(job_id)
                left join lateral (
                    select j.id, j.status, j.completed_at, j.expires_at, j.owner
                    from job j
                    where j.organization_id = $1
                      and j.id = a.job_id
                    -- One look-up by key for each.
                    limit 1
                ) j on true
            ) g
            """.formatted(COUNTS.strip());

    private static final String MATCHING = """
            with %1$s
            select %2$s,
                   (select count(*) from live) = %3$s as at_least
            from (
                select j.status,
                       case when %4$s::boolean and j.owned then 'not_queued' else 'cancelled' end as outcome
                from found j
            ) g
            """;

    private final Pool pool;

    PreviewBulkCancel(Pool pool) {
        this.pool = pool;
    }

    /** Looks at the named jobs, or at the oldest live ones that match, up to a bound. */
    public Uni<BulkPreview> count(String organization, BulkTarget target, boolean onlyIfQueued) {
        return TryAgain.onLoss(() -> target instanceof BulkTarget.Named named
                        ? pool.preparedQuery(NAMED)
                                .execute(Tuple.of(organization, JobIds.array(named.ids()), onlyIfQueued))
                        : matching(organization, (BulkTarget.Matching) target, onlyIfQueued))
                .map(rows -> read(rows.iterator().next()));
    }

    private Uni<RowSet<Row>> matching(String organization, BulkTarget.Matching target, boolean onlyIfQueued) {
        LiveWalk walk = new LiveWalk(organization, target.filter(), 0, Long.MAX_VALUE, LOOK, LOOK);
        Conditions statement = new Conditions();
        String text = MATCHING.formatted(
                walk.text(statement, ""), COUNTS.strip(), statement.parameter(LOOK), statement.parameter(onlyIfQueued));
        return pool.preparedQuery(text).execute(statement.parameters());
    }

    private static BulkPreview read(Row row) {
        Map<JobStatus, Integer> byStatus = new EnumMap<>(JobStatus.class);
        for (JobStatus status : JobStatus.values()) {
            if (status.isLive()) {
                byStatus.put(status, row.getInteger(status.wire()));
            }
        }
        Map<BulkOutcome, Integer> outcomes = BulkCancelRow.outcomes(row);
        return new BulkPreview(byStatus, outcomes, row.getBoolean("at_least"));
    }
}
