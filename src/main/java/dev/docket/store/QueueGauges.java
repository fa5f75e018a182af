package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads how much work there is. Each count stops at a limit, so that it costs the same however much there is. */
@ApplicationScoped
public class QueueGauges {
    private static final String READ = """
            select (select count(*) from (select from job where ready_pos is not null limit $1) as counted) as ready,
                   (select count(*)
                    from (select from job where available_at is not null limit $1) as counted) as parked,
                   (select count(*) from (select from job where owner is not null limit $1) as counted) as running,
                   (select extract(epoch from clock_timestamp() - j.created_at)::float8
                    from job j
                    -- The oldest live job is found from its expiry, not by walking what waits.
                    where j.completed_at is null
                      and j.ready_pos is not null
                    order by j.expires_at
                    limit 1) as oldest_seconds
            """;

    /**
     * What waits and runs now, in all organizations together.
     *
     * @param ready jobs that could be claimed at once, counted up to the limit
     * @param parked jobs that wait for their time, counted up to the limit
     * @param running jobs that are being worked on, counted up to the limit
     * @param oldestSeconds the age of the oldest ready job, 0 when none is ready
     */
    public record Reading(long ready, long parked, long running, double oldestSeconds) {}

    private final Pool pool;

    QueueGauges(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** Reads the gauges; counts stop at {@code limit}. */
    public Uni<Reading> read(int limit) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(limit))
                .map(rows -> reading(rows.iterator().next()));
    }

    private static Reading reading(Row row) {
        Double oldest = row.getDouble("oldest_seconds");
        return new Reading(
                row.getLong("ready"), row.getLong("parked"), row.getLong("running"), oldest == null ? 0 : oldest);
    }
}
