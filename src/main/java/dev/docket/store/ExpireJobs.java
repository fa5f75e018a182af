package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Writes down that live jobs have expired. Their runs learn of it as of a cancel: from the next heartbeat. */
@Singleton
public class ExpireJobs {
    static final String EXPIRE = """
            with due as materialized (
                select j.organization_id, j.id
                from job j
                where j.completed_at is null
                  -- now(), for which the index can be entered: the clock itself would be asked at each row of it.
                  and j.expires_at <= now()
                order by j.expires_at
                limit $1
                offset $2
                for no key update skip locked
            )
            update job j
            set status = 'expired',
                completed_at = clock_timestamp(),
                owner = null,
                lease_until = null,
                ready_pos = null,
                available_at = null
            from due d
            where j.organization_id = d.organization_id
              and j.id = d.id
              -- By what it must not be, or the planner may go by the index of the states instead of by the key.
              and j.status not in ('completed', 'failed', 'cancelled', 'expired')
              and j.expires_at <= clock_timestamp()
            """;

    private final MaintenanceBatch maintenance;

    ExpireJobs(MaintenanceBatch maintenance) {
        this.maintenance = maintenance;
    }

    /** Expires at most {@code limit} jobs and answers with how many there were, past the first {@code skip}. */
    public Uni<Integer> expire(int limit, int skip) {
        return maintenance.run(
                "expire",
                0,
                connection -> connection
                        .preparedQuery(EXPIRE)
                        .execute(Tuple.of(limit, skip))
                        .map(rows -> rows.rowCount()));
    }
}
