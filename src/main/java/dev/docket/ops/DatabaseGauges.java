package dev.docket.ops;

import dev.docket.store.Reserved;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads how the database is, by what the server keeps of itself: no table of ours is read. */
@Singleton
class DatabaseGauges {
    private static final String READ = """
            select (select count(*) from pg_stat_activity a where a.datname = current_database()) as connections,
                   current_setting('max_connections')::bigint as most_connections,
                   pg_database_size(current_database()) as bytes,
                   -- Others' transactions hold it back as well: of this database alone, as only those keep its rows.
                   (select coalesce(max(age(a.backend_xmin)), 0)
                    from pg_stat_activity a
                    where a.datname = current_database()) as horizon,
                   (select coalesce(max(extract(epoch from clock_timestamp() - a.xact_start)), 0)::float8
                    from pg_stat_activity a
                    where a.datname = current_database()) as oldest_seconds
            """;

    /** The buckets of bodies, one a day, are one table here. */
    private static final String TABLES = """
            select case when s.relname like 'body\\_%' then 'body' else s.relname end as name,
                   sum(pg_total_relation_size(s.relid))::bigint as bytes,
                   sum(s.n_live_tup)::bigint as live,
                   sum(s.n_dead_tup)::bigint as dead
            from pg_stat_user_tables s
            where s.schemaname = current_schema()
            group by 1
            """;

    /**
     * The database as a whole.
     *
     * @param connections those to it, of everybody
     * @param mostConnections what the server allows, to all databases together
     * @param horizon how many transactions ago the oldest one began that may still look at old rows: those are not
     *     cleared away meanwhile
     * @param oldestSeconds how long the oldest transaction has been open
     */
    record Reading(
            long connections,
            long mostConnections,
            long bytes,
            long horizon,
            double oldestSeconds,
            List<Table> tables) {
        /** Before anything was read. */
        static final Reading NONE = new Reading(0, 0, 0, 0, 0, List.of());
    }

    /**
     * A table with its indexes and what lies outside of it.
     *
     * @param live rows, as the server estimates them
     * @param dead rows that are to be cleared away, as the server estimates them
     */
    record Table(String name, long bytes, long live, long dead) {}

    private final Pool pool;

    DatabaseGauges(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** Reads them all; two statements. */
    Uni<Reading> read() {
        return tables().chain(tables -> pool.preparedQuery(READ)
                .execute()
                .map(rows -> reading(rows.iterator().next(), tables)));
    }

    private Uni<List<Table>> tables() {
        return pool.preparedQuery(TABLES).execute().map(rows -> {
            List<Table> tables = new ArrayList<>();
            rows.forEach(row -> tables.add(
                    new Table(row.getString("name"), row.getLong("bytes"), row.getLong("live"), row.getLong("dead"))));
            return tables;
        });
    }

    private static Reading reading(Row row, List<Table> tables) {
        return new Reading(
                row.getLong("connections"),
                row.getLong("most_connections"),
                row.getLong("bytes"),
                row.getLong("horizon"),
                row.getDouble("oldest_seconds"),
                tables);
    }
}
