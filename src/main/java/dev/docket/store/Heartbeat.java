package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/** Renews the leases of an executor's runs, all in one statement, and says which of them it still holds. */
@Singleton
public class Heartbeat {
    private static final String BEAT = """
            with held as materialized (
                -- Locked in one order by everybody, or beats and settles would deadlock. Locked rows are waited for,
                -- never passed over: a run missing from the answer is a run lost.
                select j.organization_id, j.id, j.claim
                from unnest($1::text[], $2::text[], $3::int[]) as r(organization_id, id, claim)
                join job j on j.organization_id = r.organization_id and j.id = r.id
                -- The fence: this run and no later one. A lapsed lease that nobody took may be renewed.
                where j.claim = r.claim
                  -- Not "=", which would let the planner take the partial index on owners for smaller than it is.
                  and j.owner is not distinct from $4
                order by j.organization_id, j.id
                for no key update of j
            )
            update job j
            set lease_until = clock_timestamp() + make_interval(secs => $5)
            from held h
            where j.organization_id = h.organization_id
              and j.id = h.id
              and j.claim = h.claim
              and j.owner is not distinct from $4
            returning j.organization_id, j.id, j.claim
            """;

    private final Pool pool;

    Heartbeat(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** Answers with the runs that are still the owner's; every other one was cancelled, expired or taken. */
    public Uni<Set<RunRef>> beat(Collection<RunRef> runs, String owner, Duration lease) {
        return TryAgain.onLoss(() -> pool.preparedQuery(BEAT)
                        .execute(RunArrays.of(runs).addString(owner).addDouble(Seconds.of(lease))))
                .map(RunArrays::read);
    }
}
