package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Gives jobs whose waiting time is over their place in the lanes. */
@Singleton
public class PromoteParked {
    static final String PROMOTE = """
            with due as materialized (
                select j.organization_id, j.id
                from job j
                -- now(), for which the index can be entered: the clock itself would be asked at each row of it.
                where j.available_at <= now()
                order by j.available_at
                limit $1
                offset $2
                for no key update skip locked
            )
            update job j
            set available_at = null,
                ready_pos = nextval('job_ready_pos')
            from due d
            where j.organization_id = d.organization_id
              and j.id = d.id
              -- So said that only the key leads here, and not the index of all that waits for its time.
              and coalesce(j.available_at <= clock_timestamp(), false)
            returning j.organization_id, j.endpoint
            """;

    private final MaintenanceBatch maintenance;

    PromoteParked(MaintenanceBatch maintenance) {
        this.maintenance = maintenance;
    }

    /**
     * What a batch has promoted.
     *
     * @param jobs how many
     * @param lanes where they stand now
     */
    public record Promoted(int jobs, Set<Lane> lanes) {}

    /** Promotes at most {@code limit} jobs, past the first {@code skip}. */
    public Uni<Promoted> promote(int limit, int skip) {
        return maintenance.run(
                "promote",
                new Promoted(0, Set.of()),
                connection -> connection
                        .preparedQuery(PROMOTE)
                        .execute(Tuple.of(limit, skip))
                        .map(PromoteParked::read));
    }

    private static Promoted read(RowSet<Row> rows) {
        Set<Lane> lanes = new HashSet<>();
        rows.forEach(row -> lanes.add(new Lane(row.getString(0), row.getString(1))));
        return new Promoted(rows.rowCount(), lanes);
    }
}
