package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lanes that have ready jobs, whatever the wake-up signals said. It skips from lane to lane in the index, so
 * that its cost grows with the lanes it returns and not with the depth of any of them.
 */
@Singleton
public class WaitingLanes {
    private static final String NEXT = """
            with recursive lane as (
                (select j.organization_id, j.endpoint, 1 as n
                 from job j
                 where j.ready_pos is not null
                   and (j.organization_id, j.endpoint) > ($1, $2)
                 order by j.organization_id, j.endpoint
                 limit 1)
                union all
                select next.organization_id, next.endpoint, lane.n + 1
                from lane
                cross join lateral (
                    select j.organization_id, j.endpoint
                    from job j
                    where j.ready_pos is not null
                      and (j.organization_id, j.endpoint) > (lane.organization_id, lane.endpoint)
                    order by j.organization_id, j.endpoint
                    limit 1
                ) next
                where lane.n < $3
            )
            select organization_id, endpoint
            from lane
            """;

    private final Pool pool;

    WaitingLanes(@Reserved Pool pool) {
        this.pool = pool;
    }

    /**
     * The next lanes with ready jobs behind the given one, at most {@code limit}; fewer means that the end is reached.
     */
    public Uni<List<Lane>> after(Lane last, int limit) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(last.organization(), last.endpoint(), limit))
                .map(rows -> {
                    List<Lane> lanes = new ArrayList<>();
                    rows.forEach(row -> lanes.add(new Lane(row.getString(0), row.getString(1))));
                    return lanes;
                });
    }
}
