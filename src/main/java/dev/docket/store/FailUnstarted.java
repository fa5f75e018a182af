package dev.docket.store;

import dev.docket.job.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Fails jobs whose work did not begin within their limit on waiting. */
@Singleton
public class FailUnstarted {
    static final String FAIL = """
            with due as materialized (
                select j.organization_id, j.id
                from job j
                -- now(), for which the index can be entered: the clock itself would be asked at each row of it.
                where j.start_before <= now()
                  -- The limit ends with the first start; whatever sends a job back to the queue later does not renew it.
                  and j.started_at is null
                  and j.completed_at is null
                  -- One that is being validated right now comes back, and is looked at then.
                  and j.owner is null
                  -- Past its time a job is expired, whoever writes that down.
                  and j.expires_at > clock_timestamp()
                order by j.start_before
                limit $1
                offset $2
                -- A row that is being claimed or cancelled right now is decided by that.
                for no key update skip locked
            )
            update job j
            set status = 'failed',
                completed_at = clock_timestamp(),
                ready_pos = null,
                available_at = null,
                last_failure_code = $3,
                error_code = $3,
                error_message = $4
            from due d
            where j.organization_id = d.organization_id
              and j.id = d.id
              -- By what it must not be, or the planner may go by the index of the states instead of by the key.
              and j.status not in ('completed', 'failed', 'cancelled', 'expired')
              and j.owner is null
              and j.started_at is null
              and j.start_before <= clock_timestamp()
            """;

    private static final String MESSAGE = "The work did not begin within the time that the job may wait.";

    private final MaintenanceBatch maintenance;

    FailUnstarted(MaintenanceBatch maintenance) {
        this.maintenance = maintenance;
    }

    /** Fails at most {@code limit} jobs and answers with how many there were, past the first {@code skip}. */
    public Uni<Integer> fail(int limit, int skip) {
        return maintenance.run(
                "unstarted",
                0,
                connection -> connection
                        .preparedQuery(FAIL)
                        .execute(Tuple.of(limit, skip, ErrorCode.QUEUE_TIMEOUT.wire(), MESSAGE))
                        .map(rows -> rows.rowCount()));
    }
}
