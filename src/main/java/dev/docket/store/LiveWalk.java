package dev.docket.store;

import dev.docket.job.JobStatus;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The part of a statement that walks an organization's live jobs in the order of creation. It goes by the index of the
 * states, so that its cost grows neither with what has ended nor with how rarely a filter fits.
 */
final class LiveWalk {
    private static final String BRANCH = """
            (select j.organization_id, j.id, j.seq, j.status, j.expires_at, j.retried_at, j.owner is not null as owned
             from job j
             where j.organization_id = %1$s
               and j.status = '%2$s'
               and j.seq > %3$s
               and j.seq <= %4$s
             order by j.seq
             limit %5$s)
            """;

    private static final String WALK = """
            select *
            from (
            %s) as walked
            order by seq
            limit %s
            """;

    private LiveWalk() {}

    /**
     * The next jobs behind a place and up to another, at most {@code most}, of the states that the filter allows.
     *
     * @param statement where the parameters are kept
     */
    static String text(Conditions statement, String organization, JobFilter filter, long behind, long upto, int most) {
        String owner = statement.parameter(organization);
        String from = statement.parameter(behind);
        String to = statement.parameter(upto);
        String limit = statement.parameter(most);
        String branches = Arrays.stream(JobStatus.values())
                .filter(JobStatus::isLive)
                .filter(status -> filter.status() == null || filter.status() == status)
                .map(status -> BRANCH.formatted(owner, status.wire(), from, to, limit))
                .collect(Collectors.joining("union all\n"));
        return WALK.formatted(branches, limit);
    }
}
