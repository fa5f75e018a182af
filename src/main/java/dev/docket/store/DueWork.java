package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/**
 * Looks for work of maintenance, all kinds in one statement: while there is none, that is all that it costs. What is
 * due here is judged again by whoever does it.
 */
@Singleton
public class DueWork {
    private static final String DUE = """
            select exists (
                       select
                       from job j
                       where j.available_at <= now()
                   ) as parked,
                   exists (
                       select
                       from job j
                       where j.start_before <= now()
                         and j.started_at is null
                         and j.completed_at is null
                   ) as unstarted,
                   exists (
                       select
                       from job j
                       where j.completed_at is null
                         and j.expires_at <= now()
                   ) as expired,
                   -- Looks at all that runs.
                   $1 and exists (
                       select
                       from job j
                       where j.owner is not null
                         and j.lease_until < clock_timestamp()
                   ) as lapsed
            """;

    /**
     * What there is to do.
     *
     * @param parked jobs whose waiting time is over
     * @param unstarted jobs that waited too long for their first start
     * @param expired live jobs past their time
     * @param lapsed runs whose lease is over; false as well when that was not asked for
     */
    public record Due(boolean parked, boolean unstarted, boolean expired, boolean lapsed) {
        /** Whether there is anything. */
        public boolean any() {
            return parked || unstarted || expired || lapsed;
        }
    }

    private final Pool pool;

    DueWork(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** Looks once; at the leases of runs only if asked to. */
    public Uni<Due> find(boolean leases) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(leases))
                .map(rows -> due(rows.iterator().next()));
    }

    private static Due due(Row row) {
        return new Due(
                row.getBoolean("parked"),
                row.getBoolean("unstarted"),
                row.getBoolean("expired"),
                row.getBoolean("lapsed"));
    }
}
