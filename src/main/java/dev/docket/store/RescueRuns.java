package dev.docket.store;

import dev.docket.job.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes runs whose lease is over from executors that are gone: back to the queue, or failed when no attempt is left.
 */
@Singleton
public class RescueRuns {
    private static final String RESCUE = """
            with lapsed as materialized (
                select j.organization_id, j.id, j.claim, j.lease_until
                from job j
                where j.owner is not null
                  and j.lease_until < clock_timestamp()
                  -- After a restart of the server every executor gets a lease's time to renew what it holds.
                  and pg_postmaster_start_time() < clock_timestamp() - make_interval(secs => $2)
                -- As one value, or the whole table may be read in this order to spare the sort.
                order by (j.organization_id, j.id)
                limit $1
                offset $5
                -- A row that is being settled or renewed right now is not lost.
                for no key update skip locked
            )
            update job j
            set status = case
                             when j.attempts_left = 0 then 'failed'
                             when j.validated then 'queued'
                             else 'validating'
                         end,
                completed_at = case when j.attempts_left = 0 then clock_timestamp() end,
                owner = null,
                lease_until = null,
                available_at = case when j.attempts_left > 0
                                    -- 1, 2, 4 … seconds by the number of attempts, at most a minute.
                                    then clock_timestamp() + make_interval(
                                        secs => least(60, power(2, least(6, greatest(0, j.attempt_count - 1))))) end,
                last_failure_code = case when j.attempts_left = 0 then $3 else $6 end,
                error_code = case when j.attempts_left = 0 then $3 end,
                error_message = case when j.attempts_left = 0 then $4 end
            from lapsed l
            where j.organization_id = l.organization_id
              and j.id = l.id
              and j.claim = l.claim
              and j.lease_until < clock_timestamp()
            returning j.status, extract(epoch from clock_timestamp() - l.lease_until)::float8 as late_seconds
            """;

    private static final String MESSAGE =
            "Every allowed attempt ended without an outcome: the executor that ran it stopped renewing its lease.";

    private final MaintenanceBatch maintenance;

    RescueRuns(MaintenanceBatch maintenance) {
        this.maintenance = maintenance;
    }

    /** Rescues at most {@code limit} runs, past the first {@code skip}, and answers with them. */
    public Uni<List<Rescued>> rescue(int limit, int skip, Duration lease) {
        return maintenance.run("rescue", List.of(), connection -> rescue(connection, limit, skip, lease));
    }

    private static Uni<List<Rescued>> rescue(SqlConnection connection, int limit, int skip, Duration lease) {
        return connection
                .preparedQuery(RESCUE)
                .execute(Tuple.of(
                        limit,
                        Seconds.of(lease),
                        ErrorCode.ATTEMPTS_EXHAUSTED.wire(),
                        MESSAGE,
                        skip,
                        ErrorCode.EXECUTOR_LOST.wire()))
                .map(RescueRuns::read);
    }

    private static List<Rescued> read(RowSet<Row> rows) {
        List<Rescued> rescued = new ArrayList<>(rows.rowCount());
        for (Row row : rows) {
            Duration late = Duration.ofMillis(Math.round(row.getDouble("late_seconds") * 1000));
            rescued.add(new Rescued(JobRow.status(row.getString("status")), late));
        }
        return rescued;
    }
}
