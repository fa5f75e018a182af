package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** Reads how much work there is. Each count stops at a limit, so that it costs the same however much there is. */
@Singleton
public class QueueGauges {
    private static final String READ = """
            select (select json_object_agg(of.endpoint, of.jobs)::text
                    from (select counted.endpoint, count(*) as jobs
                          from (select endpoint from job where ready_pos is not null limit $1) as counted
                          group by counted.endpoint) as of) as ready,
                   (select count(*)
                    from (select from job where available_at is not null limit $1) as counted) as parked,
                   (select json_object_agg(of.endpoint, of.jobs)::text
                    from (select counted.endpoint, count(*) as jobs
                          from (select endpoint from job where owner is not null limit $1) as counted
                          group by counted.endpoint) as of) as running,
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
     * @param ready jobs that could be claimed at once, by their endpoint, counted up to the limit
     * @param parked jobs that wait for their time, counted up to the limit
     * @param running jobs that are being worked on, by their endpoint, counted up to the limit
     * @param oldestSeconds the age of the oldest ready job, 0 when none is ready
     */
    public record Reading(Map<String, Long> ready, long parked, Map<String, Long> running, double oldestSeconds) {
        /** Before anything was read. */
        public static final Reading NONE = new Reading(Map.of(), 0, Map.of(), 0);
    }

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
                counts(row.getString("ready")),
                row.getLong("parked"),
                counts(row.getString("running")),
                oldest == null ? 0 : oldest);
    }

    private static Map<String, Long> counts(String object) {
        Map<String, Long> counts = new TreeMap<>();
        if (object != null) {
            new JsonObject(object)
                    .forEach(count -> counts.put(count.getKey(), ((Number) count.getValue()).longValue()));
        }
        return counts;
    }
}
