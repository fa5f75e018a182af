package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the ends of runs, many in one statement, each fenced by its claim and judged by itself. */
@Singleton
public class SettleRuns {
    private static final String SETTLE = """
            with told as materialized (
                select *
                from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::int[], $6::int[], $7::int[],
                            $8::text[], $9::text[], $10::text[], $11::float8[], $12::float8[],
                            $13::int[], $14::bytea[], $15::int[], $16::int[], $17::int[])
                    as t(organization_id, id, claim, verdict, response_status, response_bytes, response_bucket,
                         error_code, error_message, error_details, delay, patience,
                         attempts, bytes, resolved_bucket, resolved_bytes, resolved_claim)
            ),
            held as materialized (
                -- Locked in the order that heartbeats lock in.
                select t.*,
                       s.unspent,
                       case
                           when t.verdict <> 'again' then t.verdict
                           when j.attempts_left + s.unspent = 0 then 'failed'
                           when j.validated then 'queued'
                           else 'validating'
                       end as next
                from told t
                join job j on j.organization_id = t.organization_id and j.id = t.id
                -- What nobody began costs no attempt for a while; null, which is no number of seconds, is no while.
                cross join lateral (
                    select case when j.started_at > now() - make_interval(secs => t.patience) then 1 else 0 end
                        as unspent
                ) s
                -- The fence: this run and no later one, and no outcome yet. A lapsed lease that nobody took may settle.
                where j.claim = t.claim
                  -- By the lease and not by the owner, whose partial index looks smaller to the planner than it is.
                  and j.lease_until is not null
                  -- Past its time a job is expired, whoever writes that down.
                  and j.expires_at > clock_timestamp()
                order by j.organization_id, j.id
                for no key update of j
            ),
            won as (
                update job j
                set status = h.next,
                    validated = j.validated or h.next = 'queued',
                    completed_at = case when h.next in ('completed', 'failed') then clock_timestamp() end,
                    owner = null,
                    lease_until = null,
                    ready_pos = case when h.verdict = 'queued' then nextval('job_ready_pos') end,
                    available_at = case when h.verdict = 'again' and h.next <> 'failed'
                                        then clock_timestamp() + make_interval(secs => h.delay) end,
                    attempts_left = coalesce(h.attempts, j.attempts_left + h.unspent),
                    last_failure_code = coalesce(h.error_code, j.last_failure_code),
                    resolved_bucket = coalesce(h.resolved_bucket, j.resolved_bucket),
                    resolved_bytes = coalesce(h.resolved_bytes, j.resolved_bytes),
                    resolved_claim = coalesce(h.resolved_claim, j.resolved_claim),
                    response_status = h.response_status,
                    response_bytes = h.response_bytes,
                    response_bucket = case when h.next = 'completed'
                                           then coalesce(h.response_bucket, body_bucket()) end,
                    error_code = case when h.next = 'failed' then h.error_code end,
                    error_message = case when h.next = 'failed' then h.error_message end,
                    error_details = case when h.next = 'failed' then h.error_details end
                from held h
                where j.organization_id = h.organization_id
                  and j.id = h.id
                  and j.claim = h.claim
                  and j.lease_until is not null
                returning j.organization_id, j.id, j.claim, j.status, j.response_bucket, h.bytes
            ),
            written as (
                -- Larger answers were written before, under the claim, and are shown only now that it has won.
                insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
                select w.response_bucket, w.organization_id, w.id, w.claim, 0, w.bytes
                from won w
                where w.bytes is not null
            )
            select w.organization_id, w.id, w.claim, w.status, false as overtaken
            from won w
            union all
            select t.organization_id, t.id, t.claim,
                   -- A row that shows this end under this claim was written by a try whose answer was lost.
                   case when j.owner is null
                         and (j.status = t.verdict and j.error_code is not distinct from t.error_code
                              or t.verdict = 'again' and j.last_failure_code = t.error_code
                                 and j.status in ('validating', 'queued', 'failed'))
                        then j.status end,
                   -- This run's in the statement's snapshot, and another's once it was locked.
                   coalesce(j.owner is not null and j.expires_at > clock_timestamp(), false)
            from told t
            left join job j on j.organization_id = t.organization_id and j.id = t.id and j.claim = t.claim
            -- Not a join with the winners, whom the planner takes for one, and would look through for each.
            where (t.organization_id, t.id, t.claim) not in (select w.organization_id, w.id, w.claim from won w)
            """;

    private static final int LOOKS = 5;

    private final Pool pool;
    private final BodyBuckets buckets;
    private final JobEnds jobEnds;

    SettleRuns(@Reserved Pool pool, BodyBuckets buckets, JobEnds jobEnds) {
        this.pool = pool;
        this.buckets = buckets;
        this.jobEnds = jobEnds;
    }

    /**
     * Settles runs whose answers fit in one chunk each, together. The outcome of every run is in the answer.
     *
     * @throws IllegalArgumentException when a larger answer is among them; see {@link #alone}
     */
    public Uni<Map<RunRef, Settled>> together(List<Settlement> ends) {
        if (ends.stream().anyMatch(SettleRuns::isLarge)) {
            throw new IllegalArgumentException("an answer of more than one chunk is settled alone");
        }
        return write(ends, null);
    }

    /** Settles one run; an answer of any size, its chunks first. */
    public Uni<Settled> alone(Settlement end) {
        return bucketOf(end).chain(bucket -> write(List.of(end), bucket)).map(settled -> settled.get(end.run()));
    }

    /** Whether the settlement has an answer that needs more than one row. */
    public static boolean isLarge(Settlement end) {
        return BodyChunks.count(end.bytes()) > 1;
    }

    private Uni<Integer> bucketOf(Settlement end) {
        if (!isLarge(end)) {
            return Uni.createFrom().nullItem();
        }
        Verdict.Complete complete = (Verdict.Complete) end.verdict();
        RunRef run = end.run();
        return TryAgain.onLoss(() -> buckets.writing(() -> buckets.today()
                .call(bucket -> BodyChunks.write(
                        pool, bucket, run.organization(), run.job(), run.claim(), complete.body(), 0))));
    }

    private Uni<Map<RunRef, Settled>> write(List<Settlement> ends, Integer bucket) {
        return look(ends, bucket, LOOKS)
                .invoke(outcomes -> outcomes.keySet().forEach(run -> jobEnds.written(run.job())));
    }

    private Uni<Map<RunRef, Settled>> look(List<Settlement> ends, Integer bucket, int left) {
        return TryAgain.onLoss(
                        () -> buckets.writing(() -> pool.preparedQuery(SETTLE).execute(SettleArrays.of(ends, bucket))))
                .chain(rows -> {
                    Map<RunRef, Settled> outcomes = judge(rows);
                    List<Settlement> overtaken = overtaken(ends, rows);
                    return overtaken.isEmpty() || left == 0
                            ? Uni.createFrom().item(outcomes)
                            : look(overtaken, bucket, left - 1)
                                    .invoke(outcomes::putAll)
                                    .replaceWith(outcomes);
                });
    }

    /**
     * The ends that another writer was before, while the statement waited for it: that may have been an earlier try of
     * the same settlement, which only a new look can see.
     */
    private static List<Settlement> overtaken(List<Settlement> ends, RowSet<Row> rows) {
        Set<RunRef> runs = new HashSet<>();
        rows.forEach(row -> {
            if (row.getBoolean("overtaken")) {
                runs.add(RunArrays.read(row));
            }
        });
        return ends.stream().filter(end -> runs.contains(end.run())).toList();
    }

    private static Map<RunRef, Settled> judge(RowSet<Row> rows) {
        Map<RunRef, Settled> outcomes = new HashMap<>();
        for (Row row : rows) {
            String status = row.getString("status");
            outcomes.put(
                    RunArrays.read(row),
                    status == null ? new Settled.TooLate() : new Settled.Won(JobRow.status(status)));
        }
        return outcomes;
    }
}
