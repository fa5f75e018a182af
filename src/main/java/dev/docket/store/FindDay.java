package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Optional;

/**
 * Finds the stretch of the order of creation that the days of a filter lie in, by halving, so that a list of old days
 * does not go through all that is newer. Places and times are given out by the same statement but not at the same
 * moment, and clocks are set back: the stretch is wider than the days by {@link #SLACK}, and the days themselves are
 * still looked at job by job.
 */
final class FindDay {
    /** More than a create can take, and than a clock that is looked after is ever set back. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final String SEEK = """
            with recursive search as (
                select (select f.seq
                        from job_facts f
                        where f.organization_id = $1
                        order by f.seq
                        limit 1) as low,
                       (select f.seq + 1
                        from job_facts f
                        where f.organization_id = $1
                        order by f.seq desc
                        limit 1) as high
                -- Not "union all": the search ends where it does not get on.
                union
                select case p.is_before when true then p.seq + 1 else s.low end,
                       case p.is_before when true then s.high else s.low + (s.high - s.low) / 2 end
                from search s
                cross join lateral (
                    select f.seq,
                           f.created_at < $2 as is_before
                    from job_facts f
                    where f.organization_id = $1
                      and f.seq >= s.low + (s.high - s.low) / 2
                    order by f.seq
                    limit 1
                ) p
            )
            select s.low
            from search s
            where s.low = s.high
            """;

    private FindDay() {}

    /** Where the jobs of the filter's days are. */
    static Uni<Stretch> stretch(Reader reader, String organization, JobFilter filter) {
        if (filter.id() != null) {
            return Uni.createFrom().item(Stretch.ALL);
        }
        return place(reader, organization, filter.from(), SLACK.negated())
                .chain(from -> place(reader, organization, dayAfter(filter.to()), SLACK)
                        .map(upto -> new Stretch(from.orElse(null), upto.orElse(null))));
    }

    /** The first job that was created at the beginning of the day or later, give or take; empty without a day. */
    private static Uni<Optional<Long>> place(Reader reader, String organization, LocalDate day, Duration slack) {
        if (day == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        OffsetDateTime moment = day.atStartOfDay().atOffset(ZoneOffset.UTC).plus(slack);
        return reader.run(SEEK, Tuple.of(organization, moment)).map(rows -> {
            Iterator<Row> row = rows.iterator();
            return row.hasNext() ? Optional.ofNullable(row.next().getLong(0)) : Optional.empty();
        });
    }

    private static LocalDate dayAfter(LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }
}
