package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cancels many jobs in one statement, each for a call of its own, as far as nobody else has them in hand. */
@Singleton
public class CancelJobs {
    private static final String CANCEL_TOGETHER = """
            with told as materialized (
                select *
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[])
                    as t(organization_id, id, token, reason, only_if_queued)
            ),
            free as materialized (
                select t.*
                from told t
                join job j on j.organization_id = t.organization_id and j.id = t.id
                -- Another writer's job is passed over: no call waits because of a neighbour.
                for no key update of j skip locked
            ),
            won as (
                update job j
                set status = 'cancelled',
                    completed_at = clock_timestamp(),
                    cancel_requested_at = clock_timestamp(),
                    cancel_reason = f.reason,
                    cancel_token = f.token,
                    work_started = j.owner is not null,
                    work_stopped_at = null,
                    owner = null,
                    lease_until = null,
                    ready_pos = null,
                    available_at = null
                from free f
                where j.organization_id = f.organization_id
                  and j.id = f.id
                  -- As for one alone: live, not cancelled by this very call before, and as the caller wants it.
                  and j.status not in ('completed', 'failed', 'cancelled', 'expired')
                  and j.expires_at > clock_timestamp()
                  and j.cancel_token is distinct from f.token
                  and (not f.only_if_queued or j.owner is null)
                returning j.*
            )
            select %1$s, j.cancel_token as token, true as won,
                   -- A small request comes along, so that the answer is written without another statement.
                   case when j.request_bytes <= $6
                        then (select b.bytes
                              from body b
                              where b.bucket = j.request_bucket
                                and b.organization_id = j.organization_id
                                and b.job_id = j.id
                                and b.claim = 0
                                and b.chunk = 0) end as request
            from won j
            join job_facts f on f.organization_id = j.organization_id and f.id = j.id
            union all
            -- The others as they were when the statement began.
            select %1$s, t.token, false, null
            from told t
            join job j on j.organization_id = t.organization_id and j.id = t.id
            join job_facts f on f.organization_id = j.organization_id and f.id = j.id
            where (t.organization_id, t.id, t.token) not in (select w.organization_id, w.id, w.cancel_token from won w)
            """.formatted(JobRow.COLUMNS);

    private final Pool pool;

    CancelJobs(Pool pool) {
        this.pool = pool;
    }

    /**
     * What came of a call.
     *
     * @param won the cancel if it won, else null
     * @param seenLive whether the job was live when the statement began
     */
    public record Tried(Cancelled.Won won, boolean seenLive) {
        /** Of a job that is not there. */
        static final Tried NOTHING = new Tried(null, false);
    }

    /** For each call what came of it; of two calls for one job one wins at most. */
    public Uni<List<Tried>> cancel(List<CancelRequest> calls) {
        return RunStatement.on(pool, CANCEL_TOGETHER, parameters(calls)).map(rows -> {
            Map<CancelKey, Tried> tried = new HashMap<>();
            rows.forEach(row -> tried.put(CancelKey.of(row), tried(row)));
            return calls.stream()
                    .map(call -> tried.getOrDefault(CancelKey.of(call), Tried.NOTHING))
                    .toList();
        });
    }

    /** A job and the call that is to cancel it. */
    private record CancelKey(String organization, String job, String token) {
        static CancelKey of(CancelRequest call) {
            return new CancelKey(call.organization(), call.job().value(), call.token());
        }

        static CancelKey of(Row row) {
            return new CancelKey(row.getString("organization_id"), row.getString("id"), row.getString("token"));
        }
    }

    private static Tried tried(Row row) {
        Job job = JobRow.read(row);
        if (!row.getBoolean("won")) {
            return new Tried(null, job.status().isLive());
        }
        Buffer request = row.getBuffer("request");
        Payload atHand = request == null ? null : Payload.of(request.getBytes());
        return new Tried(CancelJob.won(row, job, atHand), true);
    }

    private static Tuple parameters(List<CancelRequest> calls) {
        return Tuple.tuple()
                .addArrayOfString(
                        calls.stream().map(CancelRequest::organization).toArray(String[]::new))
                .addArrayOfString(calls.stream().map(call -> call.job().value()).toArray(String[]::new))
                .addArrayOfString(calls.stream().map(CancelRequest::token).toArray(String[]::new))
                .addArrayOfString(calls.stream().map(CancelRequest::reason).toArray(String[]::new))
                .addArrayOfBoolean(
                        calls.stream().map(CancelRequest::onlyIfQueued).toArray(Boolean[]::new))
                .addInteger(ClaimJobs.SMALL);
    }
}
