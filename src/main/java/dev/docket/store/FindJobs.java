package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a page of an organization's jobs. A cursor is a position in the order of creation, so it holds while jobs
 * change state, stop matching the filter or are added. However rarely a filter fits, a page takes no longer than {@link
 * ListConfig#patience()} and one statement; it then ends where it has come to.
 */
@Singleton
public class FindJobs {
    private static final String POSITION = """
            select f.seq
            from job_facts f
            where f.organization_id = $1
              and f.id = $2
            """;

    private static final String PAGE = """
            with walked as not materialized (
                %1$s
            ),
            page as materialized (
                select %2$s,
                       j.written_by
                from %3$s
                where %4$s
                order by %5$s %6$s
                limit %7$s
            ),
            -- Of the same snapshot, so that it is what the page has come to.
            reached as materialized (
                select f.id, f.seq
                from job_facts f
                where f.organization_id = %8$s
                  and f.seq >= (
                      select w.seq
                      from walked w
                      offset %9$s
                      limit 1
                  )
                  -- Who has a full page need not know.
                  and (select count(*) from page) < %7$s
                -- The order leads to the index of places, whatever the planner believes of the table.
                order by f.seq
                limit 1
            )
            select p.*,
                   r.id as reached,
                   r.seq as reached_seq
            from (select) one
            left join page p on true
            left join reached r on true
            order by p.seq %6$s
            """;

    private final Reader primary;
    private final ListConfig config;

    FindJobs(Pool pool, ListConfig config) {
        this.primary = Reader.ofPrimary(pool);
        this.config = config;
    }

    /** A page; empty when the cursor is not a job of the organization. */
    public Uni<Optional<JobPage>> page(String organization, JobFilter filter, PageRequest page) {
        long end = end();
        return TryAgain.onLoss(() -> page(primary, organization, filter, page, end));
    }

    Uni<Optional<JobPage>> page(Reader reader, String organization, JobFilter filter, PageRequest page) {
        return page(reader, organization, filter, page, end());
    }

    private long end() {
        return System.nanoTime() + config.patience().toNanos();
    }

    private Uni<Optional<JobPage>> page(
            Reader reader, String organization, JobFilter filter, PageRequest page, long end) {
        JobId cursor = page.after() != null ? page.after() : page.before();
        return cursor == null
                ? within(reader, organization, filter, page, null, end).map(Optional::of)
                : position(reader, organization, cursor)
                        .chain(position -> position.isEmpty()
                                ? Uni.createFrom().item(Optional.<JobPage>empty())
                                : within(reader, organization, filter, page, position.get(), end)
                                        .map(Optional::of));
    }

    private static Uni<Optional<Long>> position(Reader reader, String organization, JobId cursor) {
        return reader.run(POSITION, Tuple.of(organization, cursor.value())).map(rows -> {
            Iterator<Row> row = rows.iterator();
            return row.hasNext() ? Optional.of(row.next().getLong(0)) : Optional.<Long>empty();
        });
    }

    private Uni<JobPage> within(
            Reader reader, String organization, JobFilter filter, PageRequest page, Long cursor, long end) {
        return FindDay.stretch(reader, organization, filter)
                .map(days -> cursor == null ? days : days.behind(cursor, page.isDescending()))
                .chain(stretch -> new WalkJobs(reader, organization, filter, page, config, end).through(stretch))
                .map(walked -> page(walked, page));
    }

    static String text(
            Conditions statement,
            String moment,
            String organization,
            JobFilter filter,
            Stretch stretch,
            boolean descending,
            int limit,
            int look) {
        JobWalk walk = JobWalk.of(filter);
        int most = walk.most(filter, look);
        String direction = descending ? "desc" : "asc";
        return PAGE.formatted(
                walk.text(statement, organization, filter, stretch, direction, most),
                JobRow.columns(moment),
                walk.withBothRows(),
                JobConditions.add(statement, organization, filter, moment).text("    "),
                walk.place(),
                direction,
                statement.parameter(limit),
                statement.parameter(organization),
                statement.parameter(most - 1));
    }

    /** One row more than asked for was read: it says whether the list goes on, and is not shown. */
    private static JobPage page(WalkJobs.Walked walked, PageRequest page) {
        boolean backwards = page.before() != null;
        List<Job> jobs = new ArrayList<>(walked.found());
        boolean beyond = jobs.size() > page.limit();
        if (beyond) {
            jobs.remove(jobs.size() - 1);
        }
        if (backwards) {
            Collections.reverse(jobs);
        }
        boolean hasMore = beyond || walked.reached() != null;
        return new JobPage(jobs, hasMore, backwards || page.after() != null, walked.reached());
    }
}
