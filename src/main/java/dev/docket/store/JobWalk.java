package dev.docket.store;

import dev.docket.job.JobStatus;

/**
 * The index that a list goes along, in the order of creation. What it leads to fits a part of the filter; the rest is
 * looked at job by job.
 */
enum JobWalk {
    /** To one job. Of one there is no order, which would but lead through all of its organization's. */
    KEY("job_facts", "f", "id"),
    ALL("job_facts", "f", "seq"),
    PROJECT("job_facts", "f", "seq"),
    WORKFLOW("job_facts", "f", "seq"),
    STATUS("job", "j", "seq");

    private static final int ROWS_A_LOOK_UP = 10;

    private static final String WALK = """
            select %1$s.*,
                       %1$s.xmin::text as written_by
                from %2$s %1$s
                where %3$s
                order by %1$s.%4$s %5$s
                -- Hidden from the planner: jobs that it takes for fewer than that it would read all at once, and sort.
                limit (select %6$s::int)""";

    /** One look-up by key for each, whatever the planner believes of the table: the offset sees to it. */
    private static final String WITH_JOBS = """
            walked f
                cross join lateral (
                    select *,
                           j.xmin::text as written_by
                    from job j
                    where j.organization_id = f.organization_id
                      and j.id = f.id
                    offset 0
                ) j""";

    private static final String WITH_FACTS = """
            walked j
                cross join lateral (
                    select *
                    from job_facts f
                    where f.organization_id = j.organization_id
                      and f.id = j.id
                    offset 0
                ) f""";

    private final String table;
    private final String alias;
    private final String order;

    JobWalk(String table, String alias, String order) {
        this.table = table;
        this.alias = alias;
        this.order = order;
    }

    /** Few jobs live or have failed, few are of one project or workflow; nearly all are completed. */
    static JobWalk of(JobFilter filter) {
        if (filter.id() != null) {
            return KEY;
        }
        if (isByStatus(filter) && filter.status().isLive()) {
            return STATUS;
        }
        if (filter.projectId() != null) {
            return PROJECT;
        }
        if (filter.workflowId() != null) {
            return WORKFLOW;
        }
        boolean isOfFew = isByStatus(filter) && !(filter.status() == JobStatus.COMPLETED && filter.asksForFacts());
        return isOfFew ? STATUS : ALL;
    }

    /** Every row says when its job expires. */
    private static boolean isByStatus(JobFilter filter) {
        return filter.status() != null && filter.status() != JobStatus.EXPIRED;
    }

    /**
     * How many jobs one statement looks at when it may look at so many rows in the order of creation, which lie beside
     * each other. The rows of one project or workflow, and those of the other table, do not.
     */
    int most(JobFilter filter, int rows) {
        return switch (this) {
            // A key leads to one: the second is never reached.
            case KEY -> 2;
            case ALL -> rows;
            case PROJECT, WORKFLOW -> fewer(rows);
            case STATUS -> filter.asksForFacts() ? fewer(rows) : rows;
        };
    }

    private static int fewer(int rows) {
        return Math.max(1, rows / ROWS_A_LOOK_UP);
    }

    /** The walk itself, over {@code look} jobs of a stretch at most. */
    String text(
            Conditions statement, String organization, JobFilter filter, Stretch stretch, String direction, int look) {
        Conditions along = statement
                .apart()
                .and(alias + ".organization_id = ?", organization)
                .andIfGiven(alias + ".seq >= ?", stretch.from())
                .andIfGiven(alias + ".seq < ?", stretch.upto());
        switch (this) {
            case KEY -> along.and("f.id = ?", filter.id().value());
            case PROJECT -> along.and("f.project_id = ?", filter.projectId());
            case WORKFLOW -> along.and("f.workflow_id = ?", filter.workflowId());
            case STATUS -> along.and(ofStatus(filter.status()));
            case ALL -> {}
        }
        return WALK.formatted(alias, table, along.text("    "), order, direction, statement.parameter(look));
    }

    /**
     * The condition on {@code job j} that leads to the index with jobs of the status, written out, as the planner does
     * not know what a parameter will be. What runs is not in the index of states, but in one of its own.
     */
    static String ofStatus(JobStatus status) {
        String equal = "j.status = '" + status.wire() + "'";
        return status == JobStatus.IN_PROGRESS ? "j.owner is not null and " + equal : equal;
    }

    /** What was walked over, each job with both of its rows, {@code job j} and {@code job_facts f}. */
    String withBothRows() {
        return this == STATUS ? WITH_FACTS : WITH_JOBS;
    }

    /** The column that the walk is in the order of. */
    String place() {
        return alias + "." + order;
    }
}
