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
    private static final int FIRST_PART = 10;

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
                .map(days -> cursor == null ? days : days.behind(cursor, isDescending(page)))
                .chain(stretch -> read(reader, organization, filter, page, stretch, new ArrayList<>(), first(), end))
                .map(walked -> page(walked, page));
    }

    /** What has been found, and the last job that was looked at when that is not a full page. */
    private record Walked(List<Job> found, JobId reached) {}

    /**
     * A statement is not stopped while it runs, and what it looks at may lie on disk: the first looks at a part, and
     * each further one at twice as many as the one before. Where there is only one, it looks at all.
     */
    private int first() {
        return Math.max(1, config.patience().isZero() ? config.rows() : config.rows() / FIRST_PART);
    }

    private int twice(int look) {
        return (int) Math.min(Math.max(1, config.rows()), 2L * look);
    }

    /** One statement, and further ones as long as the page is not full and time is left. */
    private Uni<Walked> read(
            Reader reader,
            String organization,
            JobFilter filter,
            PageRequest page,
            Stretch stretch,
            List<Job> found,
            int look,
            long end) {
        boolean descending = isDescending(page);
        int missing = page.limit() + 1 - found.size();
        Conditions statement = new Conditions();
        String moment = moment(statement, reader);
        String text = text(statement, moment, organization, filter, stretch, descending, missing, look);
        return reader.run(text, statement.parameters()).chain(rows -> {
            rows.forEach(row -> add(row, found));
            // There is always one: a job that was found, or else one of nulls.
            Row first = rows.iterator().next();
            String reached = first.getString("reached");
            return reached == null || System.nanoTime() - end >= 0
                    ? Uni.createFrom().item(new Walked(found, reached == null ? null : new JobId(reached)))
                    : read(
                            reader,
                            organization,
                            filter,
                            page,
                            stretch.behind(first.getLong("reached_seq"), descending),
                            found,
                            twice(look),
                            end);
        });
    }

    private static void add(Row row, List<Job> found) {
        if (row.getString("id") != null) {
            found.add(JobRow.read(row));
        }
    }

    /** The time that the states shown and those asked for are of; of the server that is asked unless it is another's. */
    private static String moment(Conditions statement, Reader reader) {
        return reader.moment() == null ? JobConditions.NOW : statement.parameter(reader.moment()) + "::timestamptz";
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

    private static boolean isDescending(PageRequest page) {
        return page.newestFirst() == (page.before() == null);
    }

    /** One row more than asked for was read: it says whether the list goes on, and is not shown. */
    private static JobPage page(Walked walked, PageRequest page) {
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
