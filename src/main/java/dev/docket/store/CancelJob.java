package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;

/** Cancels a job and says, from one statement, who won. */
@ApplicationScoped
public class CancelJob {
    private static final String CANCEL =
            """
            with seen as materialized (
                -- The job as it was when the call began.
                select j.status, j.expires_at <= clock_timestamp() as expired
                from job j
                where j.organization_id = $1
                  and j.id = $2
            ),
            cur as materialized (
                -- The job as it is once nobody else is writing it: waits for a concurrent writer's commit.
                select j.*
                from job j
                where j.organization_id = $1
                  and j.id = $2
                for no key update
            ),
            won as (
                update job j
                set status = 'cancelled',
                    completed_at = clock_timestamp(),
                    cancel_requested_at = clock_timestamp(),
                    cancel_reason = $4,
                    cancel_token = $3,
                    work_started = cur.owner is not null,
                    work_stopped_at = null,
                    owner = null,
                    lease_until = null,
                    ready_pos = null,
                    available_at = null
                from cur
                where j.organization_id = $1
                  and j.id = $2
                  -- Only a live job can be cancelled: an outcome, once committed, stays.
                  and j.status in ('validating', 'queued', 'in_progress')
                  and j.expires_at > clock_timestamp()
                  -- The same call once more must not cancel the job again when it was retried since.
                  and j.cancel_token is distinct from $3
                  -- The caller's precondition.
                  and (not $5::boolean or j.owner is null)
                returning j.*
            ),
            now_there as (
                select * from won
                union all
                select * from cur where not exists (select from won)
            )
            select %s,
                   (select s.status from seen s) as seen_status,
                   (select s.expired from seen s) as seen_expired,
                   exists (select from won) as won,
                   coalesce(j.cancel_token = $3, false) as own
            from now_there j
            join job_facts f on f.organization_id = j.organization_id and f.id = j.id
            """
                    .formatted(JobRow.COLUMNS);

    private final Pool pool;

    CancelJob(Pool pool) {
        this.pool = pool;
    }

    public Uni<Cancelled> cancel(CancelRequest call) {
        return TryAgain.onLoss(() -> pool.preparedQuery(CANCEL)
                        .execute(Tuple.of(
                                call.organization(), call.job().value(), call.token(), call.reason(), call.onlyIfQueued())))
                .map(CancelJob::judge);
    }

    private static Cancelled judge(RowSet<Row> rows) {
        Iterator<Row> found = rows.iterator();
        if (!found.hasNext()) {
            return new Cancelled.NotFound();
        }
        Row row = found.next();
        Job job = JobRow.read(row);
        // The token also recognises a try whose answer was lost: it answers as the first one would have.
        if (row.getBoolean("won") || row.getBoolean("own") && job.status() == JobStatus.CANCELLED) {
            return new Cancelled.Won(job, run(row, job));
        }
        if (row.getBoolean("own")) {
            return new Cancelled.Repeated(job);
        }
        if (job.status().isLive()) {
            return new Cancelled.NoLongerQueued(job);
        }
        return seenLive(row) ? new Cancelled.LostRace(job) : new Cancelled.AlreadyFinished(job);
    }

    private static boolean seenLive(Row row) {
        return JobRow.status(row.getString("seen_status")).isLive() && !row.getBoolean("seen_expired");
    }

    private static RunRef run(Row row, Job job) {
        return row.getBoolean("work_started") ? new RunRef(job.organization(), job.id(), row.getInteger("claim")) : null;
    }
}
