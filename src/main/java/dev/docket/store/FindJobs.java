package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a page of an organization's jobs. A cursor is a position in the order of creation, so it holds while jobs
 * change state, stop matching the filter or are added.
 */
@ApplicationScoped
public class FindJobs {
    private static final String POSITION = """
            select f.seq
            from job_facts f
            where f.organization_id = $1
              and f.id = $2
            """;

    private static final String PAGE = """
            select %s
            from %s
            where %s
            order by %s %s
            limit %s
            """;

    /** One look-up by key for each, whatever the planner believes of the table: the offset sees to it. */
    private static final String WALK_OF_FACTS = """
            job_facts f
            cross join lateral (
                select *
                from job j
                where j.organization_id = f.organization_id
                  and j.id = f.id
                offset 0
            ) j
            """;

    private static final String WALK_OF_STATUS = """
            job j
            cross join lateral (
                select *
                from job_facts f
                where f.organization_id = j.organization_id
                  and f.id = j.id
                offset 0
            ) f
            """;

    private final Pool pool;

    FindJobs(Pool pool) {
        this.pool = pool;
    }

    /** A page; empty when the cursor is not a job of the organization. */
    public Uni<Optional<JobPage>> page(String organization, JobFilter filter, PageRequest page) {
        JobId cursor = page.after() != null ? page.after() : page.before();
        return TryAgain.onLoss(() -> cursor == null
                ? read(organization, filter, page, null).map(Optional::of)
                : position(organization, cursor)
                        .chain(position -> position.isEmpty()
                                ? Uni.createFrom().item(Optional.<JobPage>empty())
                                : read(organization, filter, page, position.get())
                                        .map(Optional::of)));
    }

    private Uni<Optional<Long>> position(String organization, JobId cursor) {
        return RunStatement.on(pool, POSITION, Tuple.of(organization, cursor.value()))
                .map(rows -> {
                    Iterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(row.next().getLong(0)) : Optional.<Long>empty();
                });
    }

    private Uni<JobPage> read(String organization, JobFilter filter, PageRequest page, Long cursor) {
        boolean backwards = page.before() != null;
        boolean descending = page.newestFirst() != backwards;
        Conditions conditions = JobConditions.of(organization, filter);
        conditions.andIfGiven(place(filter) + (descending ? " < ?" : " > ?"), cursor);
        String statement = text(filter, conditions, descending, page.limit() + 1);
        return RunStatement.on(pool, statement, conditions.parameters()).map(rows -> page(rows, page, backwards));
    }

    static String text(JobFilter filter, Conditions conditions, boolean descending, int limit) {
        return PAGE.formatted(
                JobRow.COLUMNS,
                isByStatus(filter) ? WALK_OF_STATUS : WALK_OF_FACTS,
                conditions.text(),
                // Of one job there is no order, which would but lead through all of its organization's.
                filter.id() == null ? place(filter) : "f.id",
                descending ? "desc" : "asc",
                conditions.parameter(limit));
    }

    /** The list by status walks the index of the job's row, every other list that of its facts. */
    private static boolean isByStatus(JobFilter filter) {
        return filter.id() == null && filter.status() != null && filter.status() != JobStatus.EXPIRED;
    }

    private static String place(JobFilter filter) {
        return isByStatus(filter) ? "j.seq" : "f.seq";
    }

    /** One row more than asked for was read: it says whether the list goes on, and is not shown. */
    private static JobPage page(RowSet<Row> rows, PageRequest page, boolean backwards) {
        List<Job> jobs = new ArrayList<>(rows.size());
        rows.forEach(row -> jobs.add(JobRow.read(row)));
        boolean beyond = jobs.size() > page.limit();
        if (beyond) {
            jobs.remove(jobs.size() - 1);
        }
        if (backwards) {
            Collections.reverse(jobs);
            return new JobPage(jobs, beyond, true);
        }
        return new JobPage(jobs, beyond, page.after() != null);
    }
}
