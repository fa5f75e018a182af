package dev.docket.store;

import dev.docket.job.BulkOutcome;
import dev.docket.store.FindBatch.Batch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Decides about the jobs of a batch, whose rows the transaction holds: cancels what is to be cancelled, writes what
 * became of each, and moves the place of the work, all in one statement.
 */
final class DecideBatch {
    /** A job that fails alone so many times is given up. */
    private static final int MOST_TRIES = 3;

    private static final String DECIDE =
            """
            with bulk as materialized (
                select b.organization_id, b.id, b.created_at, b.reason, b.only_if_queued,
                       b.filter::jsonb ->> 'status' as status,
                       b.cancelled + b.already_finished + b.not_queued + b.status_changed + b.not_found
                           + b.error as decided,
                       clock_timestamp() as at
                from bulk_cancel b
                where b.organization_id = $1
                  and b.id = $2
            ),
            judged as materialized (
                select b.organization_id, a.job_id,
                       p.job_id is not null as was_pending,
                       coalesce(p.tries, 0) + $7::boolean::int as tries,
                       j.owner is not null as owned,
                       j.claim,
                       case when j.expires_at <= b.at then 'expired' else j.status end as status,
                       case
                           -- Set aside: the statement failed on this very job, whose row is not even read now.
                           when $7::boolean and coalesce(p.tries, 0) + 1 >= $8::int then 'error'
                           when $7::boolean then 'pending'
                           when j.id is null then 'not_found'
                           -- It is there, in another writer's hands: what that one makes of it is not known yet.
                           when a.job_id <> all($4::text[]) then 'pending'
                           when j.completed_at is not null
                                or j.expires_at <= b.at
                                -- It had ended, and a retry that came after this bulk cancel made it live again.
                                or j.retried_at > b.created_at then 'already_finished'
                           when b.only_if_queued and j.owner is not null then 'not_queued'
                           when j.status <> b.status then 'status_changed'
                           else 'cancelled'
                       end as outcome
                from bulk b
                cross join unnest($3::text[]) as a(job_id)
                -- One look-up by key for each, whatever the planner believes of the tables: the limit sees to it.
                left join lateral (
                    select p.job_id, p.tries
                    from bulk_cancel_job p
                    where p.organization_id = b.organization_id
                      and p.bulk_id = b.id
                      and p.job_id = a.job_id
                    limit 1
                ) p on true
                left join lateral (
                    select j.id, j.status, j.owner, j.claim, j.completed_at, j.expires_at, j.retried_at
                    from job j
                    where not $7::boolean
                      and j.organization_id = b.organization_id
                      and j.id = a.job_id
                    limit 1
                ) j on true
            ),
            won as (
                update job j
                set status = 'cancelled',
                    completed_at = b.at,
                    cancel_requested_at = b.at,
                    cancel_reason = b.reason,
                    cancel_token = 'bulk:' || b.id,
                    work_started = g.owned,
                    work_stopped_at = null,
                    owner = null,
                    lease_until = null,
                    ready_pos = null,
                    available_at = null
                from judged g
                cross join bulk b
                -- By nothing but the key of each: with a constant, or with the states, another index is at hand, and a
                -- planner that knows little of the table may walk all live jobs by it for each job of the batch.
                where j.organization_id = g.organization_id
                  and j.id = g.job_id
                  and g.outcome = 'cancelled'
                  -- The row is locked, so this is the version that was judged.
                  and j.claim = g.claim
                returning j.id, j.claim, j.work_started
            ),
            told as materialized (
                select g.job_id, g.outcome, g.was_pending, g.tries, w.work_started, w.claim,
                       case
                           when g.outcome = 'cancelled' then 'cancelled'
                           when g.outcome not in ('pending', 'not_found', 'error') then g.status
                       end as status,
                       case
                           when g.outcome <> 'pending'
                           then b.decided + row_number() over (partition by g.outcome = 'pending' order by g.job_id)
                       end as n
                from judged g
                cross join bulk b
                left join won w on w.id = g.job_id
            ),
            written as (
                insert into bulk_cancel_job as o (organization_id, bulk_id, job_id, outcome, status, work_started, n,
                                                  tries)
                select b.organization_id, b.id, t.job_id, t.outcome, t.status, t.work_started, t.n, t.tries
                from told t
                cross join bulk b
                on conflict (organization_id, bulk_id, job_id) do update
                set outcome = excluded.outcome,
                    status = excluded.status,
                    work_started = excluded.work_started,
                    n = excluded.n,
                    tries = excluded.tries
                -- An outcome, once written, stays.
                where o.outcome = 'pending'
                returning 1
            ),
            counted as materialized (
                select %1$s,
                       (count(*) filter (where t.outcome = 'pending')
                        - count(*) filter (where t.was_pending))::int as pending
                from told t
            ),
            moved as (
                update bulk_cancel b
                set position = $5,
                    pending = b.pending + c.pending,
                    cancelled = b.cancelled + c.cancelled,
                    already_finished = b.already_finished + c.already_finished,
                    not_queued = b.not_queued + c.not_queued,
                    status_changed = b.status_changed + c.status_changed,
                    not_found = b.not_found + c.not_found,
                    error = b.error + c.error,
                    completed_at = case when $5 = b.upto and b.pending + c.pending = 0 then k.at end,
                    due_at = k.at + make_interval(secs => $9),
                    batch_token = $6,
                    batch_from = k.decided
                from bulk k
                cross join counted c
                where b.organization_id = $1
                  and b.id = $2
                returning b.completed_at is not null as completed
            )
            select m.completed, c.*,
                   (select count(*) from won)::int as won,
                   (select count(*) from written)::int as written,
                   (select array_agg(t.job_id order by t.job_id) from told t where t.work_started) as stopped,
                   (select array_agg(t.claim order by t.job_id) from told t where t.work_started) as claims
            from moved m
            cross join counted c
            """.formatted(BatchRow.COUNTS.formatted("t").strip());

    private DecideBatch() {}

    /** @param setAside that the batch is one job that failed, to be passed over for now */
    static Uni<BatchDone> decide(SqlConnection connection, BulkRef bulk, Batch batch, String token, boolean setAside) {
        return connection
                .preparedQuery(DECIDE)
                .execute(parameters(bulk, batch, token, setAside))
                .map(rows -> judge(rows.iterator().next(), bulk, batch));
    }

    /** Anything but one change a job and one outcome a job is a defect; the failure takes the whole batch back. */
    private static BatchDone judge(Row row, BulkRef bulk, Batch batch) {
        int won = row.getInteger("won");
        int written = row.getInteger("written");
        if (won != row.getInteger(BulkOutcome.CANCELLED.wire())
                || written != batch.ids().size()) {
            throw new IllegalStateException("a batch of " + bulk.id() + " with "
                    + batch.ids().size() + " jobs cancelled " + won + " and wrote " + written + " outcomes");
        }
        return BatchRow.read(row, bulk);
    }

    private static Tuple parameters(BulkRef bulk, Batch batch, String token, boolean setAside) {
        return Tuple.tuple()
                .addString(bulk.organization())
                .addString(bulk.id().value())
                .addArrayOfString(JobIds.array(batch.ids()))
                .addArrayOfString(JobIds.array(batch.locked()))
                .addLong(batch.position())
                .addString(token)
                .addBoolean(setAside)
                .addInteger(MOST_TRIES)
                .addDouble(Seconds.of(TakeBulk.TURN));
    }
}
