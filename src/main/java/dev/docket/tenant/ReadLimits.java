package dev.docket.tenant;

import dev.docket.store.Reserved;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads the limits of many organizations at once, from any thread. */
@Singleton
public class ReadLimits {
    private static final String READ = """
            select o.id, o.weight, o.max_running, o.max_running_per_endpoint, o.max_queued
            from organization o
            where o.id = any($1)
            """;

    private final Pool pool;
    private final LimitsConfig defaults;

    ReadLimits(@Reserved Pool pool, LimitsConfig defaults) {
        this.pool = pool;
        this.defaults = defaults;
    }

    /** The limits of each of the organizations, the configured ones for one that has no row. */
    public Uni<Map<String, Limits>> of(Collection<String> organizations) {
        return pool.preparedQuery(READ)
                .execute(Tuple.tuple().addArrayOfString(organizations.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Limits> limits = new HashMap<>();
                    organizations.forEach(organization -> limits.put(organization, Limits.of(null, defaults)));
                    rows.forEach(row -> limits.put(row.getString("id"), read(row)));
                    return limits;
                });
    }

    private Limits read(Row row) {
        return Limits.of(
                row.getInteger("weight"),
                row.getInteger("max_running"),
                row.getInteger("max_running_per_endpoint"),
                row.getInteger("max_queued"),
                defaults);
    }
}
