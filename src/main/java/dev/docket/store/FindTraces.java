package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds what the runs of a claim are linked to. Apart from the claim, which has no need of the row that keeps it. */
@Singleton
public class FindTraces {
    private static final String TRACES = """
            select r.place, f.traceparent
            from unnest($1::text[], $2::text[])
                     with ordinality as r(organization_id, id, place)
            -- One look-up by key for each, whatever the planner believes of the table: the offset sees to it.
            cross join lateral (
                select f.traceparent
                from job_facts f
                where f.organization_id = r.organization_id
                  and f.id = r.id
                offset 0
            ) f
            """;

    private final Pool pool;

    FindTraces(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** The same jobs, each with its trace where there is one. */
    public Uni<Claimed> of(Claimed claimed) {
        List<ClaimedJob> jobs = claimed.jobs();
        if (jobs.isEmpty()) {
            return Uni.createFrom().item(claimed);
        }
        Tuple parameters = Tuple.of(
                jobs.stream().map(job -> job.run().organization()).toArray(String[]::new),
                jobs.stream().map(job -> job.run().job().value()).toArray(String[]::new));
        return pool.preparedQuery(TRACES).execute(parameters).map(rows -> {
            ClaimedJob[] traced = jobs.toArray(ClaimedJob[]::new);
            rows.forEach(row -> {
                int place = Math.toIntExact(row.getLong(0)) - 1;
                traced[place] = traced[place].createdBy(row.getString(1));
            });
            return new Claimed(List.of(traced), claimed.looked());
        });
    }
}
