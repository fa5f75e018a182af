package dev.docket.store;

import dev.docket.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Iterator;

/** Takes a failed, cancelled or expired job back to the queue, in place, and its request into the bucket of today. */
@Singleton
public class RetryJob {
    private static final String RETRY = """
            with cur as materialized (
                -- Waits for a concurrent writer and sees what it left.
                select j.*
                from job j
                where j.organization_id = $1
                  and j.id = $2
                for no key update
            ),
            won as (
                update job j
                -- What was fetched for it lies in a bucket that this does not renew, and may be another by now.
                set status = case when j.validated and j.resolved_claim is null then 'queued' else 'validating' end,
                    validated = (j.validated and j.resolved_claim is null),
                    resolved_bucket = null,
                    resolved_bytes = null,
                    resolved_claim = null,
                    expires_at = clock_timestamp() + make_interval(secs => $4),
                    started_at = null,
                    completed_at = null,
                    ready_pos = nextval('job_ready_pos'),
                    available_at = null,
                    -- Its own limit on waiting, else that of its endpoint, begins anew.
                    start_before = clock_timestamp() + make_interval(secs => coalesce(
                        j.queue_seconds,
                        (select l.seconds
                         from unnest($6::text[], $7::float8[]) as l(endpoint, seconds)
                         where l.endpoint = j.endpoint))),
                    owner = null,
                    lease_until = null,
                    generation = j.generation + 1,
                    attempts_left = $5::int,
                    request_bucket = body_bucket(),
                    response_bucket = null,
                    response_bytes = null,
                    response_status = null,
                    error_code = null,
                    error_message = null,
                    error_details = null,
                    cancel_requested_at = null,
                    cancel_reason = null,
                    -- The cancel's token stays, so that a late repetition of that cancel is known for what it is.
                    work_started = null,
                    work_stopped_at = null,
                    retry_token = $3,
                    retried_at = clock_timestamp()
                from cur
                where j.organization_id = $1
                  and j.id = $2
                  -- What is shown as expired can be retried, whatever it was; a job that completed in time cannot.
                  and (j.status in ('failed', 'cancelled', 'expired') or j.expires_at <= clock_timestamp())
                  -- The same call once more must not run the job again, even when it has failed again by now.
                  and j.retry_token is distinct from $3
                returning j.*
            ),
            facts as (
                update job_facts f
                set expires_at = won.expires_at,
                    request_bucket = won.request_bucket
                from won
                where f.organization_id = won.organization_id
                  and f.id = won.id
                returning 1
            ),
            request as (
                -- The old copy goes with its bucket.
                insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
                select won.request_bucket, b.organization_id, b.job_id, 0, b.chunk, b.bytes
                from won
                join cur on cur.request_bucket <> won.request_bucket
                join body b on b.bucket = cur.request_bucket
                           and b.organization_id = cur.organization_id
                           and b.job_id = cur.id
                           and b.claim = 0
                -- Back in a bucket that an earlier retry of the same day filled.
                on conflict do nothing
            ),
            now_there as (
                select * from won
                union all
                select * from cur where not exists (select from won)
            )
            select %s,
                   exists (select from won) as won,
                   coalesce(j.retry_token = $3, false) as own
            from now_there j
            join job_facts f on f.organization_id = j.organization_id and f.id = j.id
            """.formatted(JobRow.COLUMNS);

    private static final int LOOKS = 5;

    private final Pool pool;
    private final BodyBuckets buckets;

    RetryJob(Pool pool, BodyBuckets buckets) {
        this.pool = pool;
        this.buckets = buckets;
    }

    /** Takes the job back to the queue, or says why not. Tried again when an answer was lost. */
    public Uni<Retried> retry(RetryRequest call) {
        return look(call, LOOKS);
    }

    private Uni<Retried> look(RetryRequest call, int left) {
        return TryAgain.onLoss(() -> buckets.writing(() -> write(call)))
                .map(RetryJob::judge)
                .chain(outcome -> isOvertaken(outcome) && left > 0
                        ? look(call, left - 1)
                        : Uni.createFrom().item(outcome));
    }

    /**
     * Refused by what the statement's snapshot showed, though a run's end was written meanwhile: to be looked at again.
     */
    private static boolean isOvertaken(Retried outcome) {
        return outcome instanceof Retried.Refused refused
                && refused.job().status().isRetryable();
    }

    private Uni<RowSet<Row>> write(RetryRequest call) {
        return RunStatement.on(
                pool,
                RETRY,
                Tuple.tuple()
                        .addString(call.organization())
                        .addString(call.job().value())
                        .addString(call.token())
                        .addDouble(Seconds.of(call.lifetime()))
                        .addInteger(call.attempts())
                        .addArrayOfString(call.startWithin().keySet().toArray(String[]::new))
                        .addArrayOfDouble(call.startWithin().values().stream()
                                .map(Seconds::of)
                                .toArray(Double[]::new)));
    }

    private static Retried judge(RowSet<Row> rows) {
        Iterator<Row> found = rows.iterator();
        if (!found.hasNext()) {
            return new Retried.NotFound();
        }
        Row row = found.next();
        Job job = JobRow.read(row);
        // The token also recognises a try whose answer was lost.
        return row.getBoolean("won") || row.getBoolean("own") ? new Retried.Accepted(job) : new Retried.Refused(job);
    }
}
