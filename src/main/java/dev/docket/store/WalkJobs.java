package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Goes through an organization's jobs for one page, statement by statement, until the page is full or time is up. */
final class WalkJobs {
    private static final int FIRST_PART = 10;

    private final Reader reader;
    private final String organization;
    private final JobFilter filter;
    private final PageRequest page;
    private final ListConfig config;
    private final long end;
    private final List<Job> found = new ArrayList<>();

    /** @param end the time, by the machine's monotonic clock, from which on no further statement is begun */
    WalkJobs(Reader reader, String organization, JobFilter filter, PageRequest page, ListConfig config, long end) {
        this.reader = reader;
        this.organization = organization;
        this.filter = filter;
        this.page = page;
        this.config = config;
        this.end = end;
    }

    /** What has been found, and the last job that was looked at when that is not a full page. */
    record Walked(List<Job> found, JobId reached) {}

    /** One statement, and further ones as long as the page is not full and time is left. */
    Uni<Walked> through(Stretch stretch) {
        return through(stretch, first());
    }

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

    private Uni<Walked> through(Stretch stretch, int look) {
        boolean descending = page.isDescending();
        int missing = page.limit() + 1 - found.size();
        Conditions statement = new Conditions();
        String moment = moment(statement);
        String text = FindJobs.text(statement, moment, organization, filter, stretch, descending, missing, look);
        return reader.run(text, statement.parameters()).chain(rows -> {
            rows.forEach(this::add);
            // There is always one: a job that was found, or else one of nulls.
            Row first = rows.iterator().next();
            String reached = first.getString("reached");
            return reached == null || System.nanoTime() - end >= 0
                    ? Uni.createFrom().item(new Walked(found, reached == null ? null : new JobId(reached)))
                    : through(stretch.behind(first.getLong("reached_seq"), descending), twice(look));
        });
    }

    private void add(Row row) {
        if (row.getString("id") != null) {
            found.add(JobRow.read(row));
        }
    }

    /** The time that the states shown and those asked for are of; of the server that is asked unless it is another's. */
    private String moment(Conditions statement) {
        return reader.moment() == null ? JobConditions.NOW : statement.parameter(reader.moment()) + "::timestamptz";
    }
}
