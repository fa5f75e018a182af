package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes ready jobs for an executor: a few of each lane that it names, the oldest first. */
@Singleton
public class ClaimJobs {
    private static final String CLAIM = """
            with asked as (
                select *
                from unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::int[], $6::int[])
                    as a(organization_id, endpoint, from_pos, slots, lane_cap, organization_cap)
            ),
            picked as materialized (
                -- Materialized, or the planner may run the limited sub-select again and take more than was asked.
                select j.organization_id, j.id, j.ready_pos
                from asked a
                cross join lateral (
                    select r.organization_id, r.id, r.ready_pos
                    from job r
                    where r.organization_id = a.organization_id
                      and r.endpoint = a.endpoint
                      -- From the watermark on: what lies before was taken, and its dead entries may still be there.
                      and r.ready_pos >= a.from_pos
                      and r.expires_at > now()
                      -- Its first start must not come too late, whether that is written down yet or not.
                      and (r.start_before is null or r.started_at is not null or r.start_before > now())
                    order by r.ready_pos
                    limit greatest(0, least(
                        a.slots,
                        case when a.lane_cap > 0 then a.lane_cap - (
                            select count(*)
                            from (select from job o
                                  where o.organization_id = a.organization_id
                                    and o.endpoint = a.endpoint
                                    and o.owner is not null
                                  limit a.lane_cap) as running) end,
                        case when a.organization_cap > 0 then a.organization_cap - (
                            select count(*)
                            from (select from job o
                                  where o.organization_id = a.organization_id
                                    and o.owner is not null
                                  limit a.organization_cap) as running) end))
                    -- Another executor's job is passed over, not waited for.
                    for no key update skip locked
                ) j
            ),
            taken as materialized (
                -- As arrays, or the planner takes the limits for a tenth of all jobs and reads the whole table instead
                -- of these few rows by their key.
                select array_agg(p.organization_id) as organization_ids,
                       array_agg(p.id) as ids,
                       array_agg(p.ready_pos) as ready_positions
                from picked p
            )
            update job j
            set status = case when j.validated then 'in_progress' else 'validating' end,
                owner = $7,
                lease_until = clock_timestamp() + make_interval(secs => $8),
                claim = j.claim + 1,
                attempts_left = greatest(0, j.attempts_left - 1),
                attempt_count = j.attempt_count + case when j.validated then 1 else 0 end,
                last_attempt_at = case when j.validated then clock_timestamp() else j.last_attempt_at end,
                started_at = case when j.validated then coalesce(j.started_at, clock_timestamp()) end,
                ready_pos = null
            from taken t
            cross join lateral unnest(t.organization_ids, t.ids, t.ready_positions) as p(organization_id, id, ready_pos)
            where j.organization_id = p.organization_id
              and j.id = p.id
              -- Still ready: the lock was taken on it, so this only ever fails if the statement is changed.
              -- Not "is not null", which would let the planner take the index of what waits for smaller than it is.
              and num_nonnulls(j.ready_pos) = 1
            returning j.organization_id, j.id, j.claim, j.endpoint, j.status, p.ready_pos, j.generation,
                      j.attempt_count, j.attempts_left, j.request_bucket, j.request_bytes,
                      j.resolved_bucket, j.resolved_bytes, j.resolved_claim,
                      j.execution_seconds, j.queue_seconds,
                      extract(epoch from clock_timestamp() - j.created_at)::float8 as waited_seconds,
                      -- A small request comes with its job, so that the work begins without another statement.
                      case when j.validated and j.resolved_claim is null and j.request_bytes <= $9
                           then (select b.bytes
                                 from body b
                                 where b.bucket = j.request_bucket
                                   and b.organization_id = j.organization_id
                                   and b.job_id = j.id
                                   and b.claim = 0
                                   and b.chunk = 0) end as request
            """;

    /** Counting and claiming must not interleave with another pod's, or both would fill the same room under a cap. */
    private static final String LOCK_CAPS = """
            select o.organization_id
            from unnest($1::text[]) as o(organization_id)
            where pg_try_advisory_xact_lock(hashtext('docket.cap'), hashtext(o.organization_id))
            """;

    /** Bytes of the largest request that comes along with its job. */
    static final int SMALL = 4096;

    private final Pool pool;

    ClaimJobs(@Reserved Pool pool) {
        this.pool = pool;
    }

    /**
     * Claims once, without trying again: what a lost answer may have taken is found by {@link HandBack#strays}.
     *
     * @param owner the executor's name in this life
     * @param lease how long the run is safe without a heartbeat
     */
    public Uni<Claimed> claim(List<LaneClaim> lanes, String owner, Duration lease) {
        return lanes.stream().anyMatch(LaneClaim::isCapped)
                ? pool.withTransaction(connection -> claimUnderCaps(connection, lanes, owner, lease))
                : claim(pool, lanes, owner, lease);
    }

    private static Uni<Claimed> claimUnderCaps(
            SqlConnection connection, List<LaneClaim> lanes, String owner, Duration lease) {
        return lockCaps(connection, lanes).chain(locked -> {
            List<LaneClaim> free = lanes.stream()
                    .filter(lane ->
                            !lane.isCapped() || locked.contains(lane.lane().organization()))
                    .toList();
            return free.isEmpty()
                    ? Uni.createFrom().item(new Claimed(List.of(), List.of()))
                    : claim(connection, free, owner, lease);
        });
    }

    private static Uni<Set<String>> lockCaps(SqlConnection connection, List<LaneClaim> lanes) {
        String[] capped = lanes.stream()
                .filter(LaneClaim::isCapped)
                .map(lane -> lane.lane().organization())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        return connection
                .preparedQuery(LOCK_CAPS)
                .execute(Tuple.tuple().addArrayOfString(capped))
                .map(rows -> {
                    Set<String> locked = new HashSet<>();
                    rows.forEach(row -> locked.add(row.getString(0)));
                    return locked;
                });
    }

    private static Uni<Claimed> claim(SqlClient client, List<LaneClaim> lanes, String owner, Duration lease) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(
                        lanes.stream().map(a -> a.lane().organization()).toArray(String[]::new))
                .addArrayOfString(lanes.stream().map(a -> a.lane().endpoint()).toArray(String[]::new))
                .addArrayOfLong(lanes.stream().map(LaneClaim::fromPos).toArray(Long[]::new))
                .addArrayOfInteger(lanes.stream().map(LaneClaim::slots).toArray(Integer[]::new))
                .addArrayOfInteger(lanes.stream().map(LaneClaim::laneCap).toArray(Integer[]::new))
                .addArrayOfInteger(
                        lanes.stream().map(LaneClaim::organizationCap).toArray(Integer[]::new))
                .addString(owner)
                .addDouble(Seconds.of(lease))
                .addInteger(SMALL);
        return client.preparedQuery(CLAIM).execute(parameters).map(rows -> new Claimed(read(rows), lanes));
    }

    private static List<ClaimedJob> read(RowSet<Row> rows) {
        List<ClaimedJob> claimed = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> claimed.add(read(row)));
        return claimed;
    }

    /** With its documents in it, once they were fetched. */
    private static BodyRef request(Row row, String organization, JobId job) {
        Integer claim = row.getInteger("resolved_claim");
        return claim == null
                ? new BodyRef(row.getInteger("request_bucket"), organization, job, 0, row.getInteger("request_bytes"))
                : new BodyRef(
                        row.getInteger("resolved_bucket"), organization, job, claim, row.getInteger("resolved_bytes"));
    }

    private static Payload small(Buffer request) {
        return request == null ? null : Payload.of(request.getBytes());
    }

    private static ClaimedJob read(Row row) {
        String organization = row.getString("organization_id");
        JobId job = new JobId(row.getString("id"));
        return new ClaimedJob(
                new RunRef(organization, job, row.getInteger("claim")),
                row.getString("endpoint"),
                JobRow.status(row.getString("status")),
                row.getLong("ready_pos"),
                row.getInteger("generation"),
                row.getInteger("attempt_count"),
                row.getInteger("attempts_left"),
                row.getDouble("waited_seconds"),
                request(row, organization, job),
                small(row.getBuffer("request")),
                new TimeLimits(row.getDouble("execution_seconds"), row.getDouble("queue_seconds")),
                null);
    }
}
