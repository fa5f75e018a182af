package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** Gives jobs whose waiting time is over their place in the lanes. */
@ApplicationScoped
public class PromoteParked {
    private static final String PROMOTE =
            """
            with due as materialized (
                select j.organization_id, j.id
                from job j
                where j.available_at <= clock_timestamp()
                order by j.available_at
                limit $1
                for no key update skip locked
            )
            update job j
            set available_at = null,
                ready_pos = nextval('job_ready_pos')
            from due d
            where j.organization_id = d.organization_id
              and j.id = d.id
              and j.available_at <= clock_timestamp()
            returning j.organization_id, j.endpoint
            """;

    private final MaintenanceBatch maintenance;

    PromoteParked(MaintenanceBatch maintenance) {
        this.maintenance = maintenance;
    }

    /** Promotes at most {@code limit} jobs and answers with the lanes they are in now. */
    public Uni<Set<Lane>> promote(int limit) {
        return maintenance.run("promote", Set.of(), connection -> connection
                .preparedQuery(PROMOTE)
                .execute(Tuple.of(limit))
                .map(rows -> {
                    Set<Lane> lanes = new HashSet<>();
                    rows.forEach(row -> lanes.add(new Lane(row.getString(0), row.getString(1))));
                    return lanes;
                }));
    }
}
