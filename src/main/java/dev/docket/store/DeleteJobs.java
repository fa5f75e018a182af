package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Deletes jobs whose grace period after expiry is over; their bodies go later, with their bucket. */
@Singleton
public class DeleteJobs {
    static final String DELETE = """
            with due as materialized (
                -- The facts follow a retry, so they lead to the jobs that are due; the job's own row decides.
                select f.organization_id, f.id
                from job_facts f
                -- now(), for which the index can be entered: the clock itself would be asked at each row of it.
                where f.expires_at < now() - make_interval(secs => $2)
                order by f.expires_at
                limit $1
                offset $3
            ),
            gone as materialized (
                select j.organization_id, j.id
                from due d
                join job j on j.organization_id = d.organization_id and j.id = d.id
                -- Looked at again under the lock: a retry may have renewed it, a run may still hold it.
                where j.expires_at < clock_timestamp() - make_interval(secs => $2)
                  and j.completed_at is not null
                order by j.organization_id, j.id
                for update of j skip locked
            ),
            facts as (
                delete from job_facts f
                using gone g
                where f.organization_id = g.organization_id
                  and f.id = g.id
            )
            delete from job j
            using gone g
            where j.organization_id = g.organization_id
              and j.id = g.id
              and j.completed_at is not null
            """;

    static final String FORGET_KEYS = """
            with outdated as (
                select k.organization_id, k.key
                from idempotency_key k
                -- now(), for which the index can be entered: the clock itself would be asked at each row of it.
                where k.created_at < now() - make_interval(secs => $2)
                order by k.created_at
                limit $1
                offset $3
                for update skip locked
            )
            delete from idempotency_key k
            using outdated o
            where k.organization_id = o.organization_id
              and k.key = o.key
              and k.created_at < clock_timestamp() - make_interval(secs => $2)
            """;

    private final MaintenanceBatch maintenance;
    private final Pool pool;

    DeleteJobs(MaintenanceBatch maintenance, @Reserved Pool pool) {
        this.maintenance = maintenance;
        this.pool = pool;
    }

    /** Deletes at most {@code limit} jobs and answers with how many there were, past the first {@code skip}. */
    public Uni<Integer> delete(int limit, int skip, Duration grace) {
        return maintenance.run(
                "delete",
                0,
                connection -> connection
                        .preparedQuery(DELETE)
                        .execute(Tuple.of(limit, Seconds.of(grace), skip))
                        .map(rows -> rows.rowCount()));
    }

    /**
     * Forgets at most {@code limit} idempotency keys that are older than they are kept, past the first {@code skip}.
     */
    public Uni<Integer> forgetKeys(int limit, int skip, Duration kept) {
        return pool.preparedQuery(FORGET_KEYS)
                .execute(Tuple.of(limit, Seconds.of(kept), skip))
                .map(rows -> rows.rowCount());
    }
}
