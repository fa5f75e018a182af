package dev.docket.store;

import dev.docket.job.JobStatus;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A walk over an organization's live jobs in the order of creation, as parts of a statement: {@code live} are those it
 * looks at, {@code found} those that the filter fits. It goes by the indexes of the states and then by keys, so that its
 * cost grows neither with what has ended nor with how rarely the filter fits.
 *
 * @param behind the place of the last job before the walk
 * @param upto the place of the last job that may be in it
 * @param look how many jobs it looks at, at most
 * @param most how many it finds, at most
 */
record LiveWalk(String organization, JobFilter filter, long behind, long upto, int look, int most) {
    private static final String BRANCH = """
                (select j.organization_id, j.id, j.seq, j.status, j.expires_at, j.retried_at,
                        j.owner is not null as owned
                 from job j
                 where j.organization_id = %1$s
                   and %2$s
                   and j.seq > %3$s
                   and j.seq <= %4$s
                 order by j.seq
                 limit %5$s)
            """;

    private static final String WALK = """
            live as materialized (
                select *
                from (
            %1$s    ) as walked
                order by seq
                limit %2$s
            ),
            found as materialized (
                select j.id, j.seq, j.status, j.owned
                from live j
                -- One look-up by key for each, whatever the planner believes of the table: the limit sees to it.
                cross join lateral (
                    select
                    from job_facts f
                    where f.organization_id = j.organization_id
                      and f.id = j.id
                      and %3$s
                    limit 1
                ) f
                where j.expires_at > now()
                  %4$s
                order by j.seq
                limit %5$s
            )
            """;

    /**
     * The parts, for behind a {@code with}.
     *
     * @param statement where the parameters of the whole statement are kept
     * @param further one more condition on {@code live j}, or nothing
     */
    String text(Conditions statement, String further) {
        String fitting = JobConditions.add(statement, organization, filter, JobConditions.NOW)
                .text();
        String owner = statement.parameter(organization);
        String from = statement.parameter(behind);
        String to = statement.parameter(upto);
        String limit = statement.parameter(look);
        String branches = Arrays.stream(JobStatus.values())
                .filter(JobStatus::isLive)
                .filter(status -> filter.status() == null || filter.status() == status)
                .map(status -> BRANCH.formatted(owner, JobWalk.ofStatus(status), from, to, limit))
                .collect(Collectors.joining("    union all\n"));
        return WALK.formatted(branches, limit, fitting, further, statement.parameter(most));
    }
}
