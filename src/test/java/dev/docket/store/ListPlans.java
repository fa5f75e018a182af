package dev.docket.store;

import dev.docket.guard.Statements;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists by what an index serves, and walks over live jobs, with their parameters. */
final class ListPlans {
    private static final int PAGE = 21;
    private static final int LOOK = 200;

    private ListPlans() {}

    static List<PlanCase> all(ManyJobs jobs) {
        JobId one = new JobId(ManyJobs.id(jobs.completed()).replace("'", ""));
        return List.of(
                page("all", filter(null, null, null, null)),
                page("by status", filter(JobStatus.COMPLETED, null, null, null)),
                page("by id", filter(null, one, null, null)),
                page("by project", filter(null, null, "proj", null)),
                page("by workflow", filter(null, null, null, "flow")),
                matching(),
                preview());
    }

    private static JobFilter filter(JobStatus status, JobId id, String project, String workflow) {
        return new JobFilter(
                status, id, null, null, project, workflow, null, null, null, null, null, List.of(), null, null,
                Map.of());
    }

    private static PlanCase page(String name, JobFilter filter) {
        Conditions conditions = JobConditions.of("org_1", filter);
        String text = FindJobs.text(filter, conditions, true, PAGE);
        return asked("FindJobs.PAGE " + name, text, conditions.parameters(), 2 * PAGE + 10);
    }

    private static PlanCase matching() {
        Conditions statement = new Conditions();
        String walk = walk(statement);
        String text = text("FindBatch.MATCHING")
                .formatted(walk, statement.parameter(LOOK), statement.parameter(LOOK), statement.parameter(0L));
        return asked("FindBatch.MATCHING", text, statement.parameters(), 5 * LOOK);
    }

    private static PlanCase preview() {
        Conditions statement = new Conditions();
        String walk = walk(statement);
        String text = text("PreviewBulkCancel.MATCHING")
                .formatted(walk, "count(*) as counted", statement.parameter(LOOK), statement.parameter(false));
        return asked("PreviewBulkCancel.MATCHING", text, statement.parameters(), 5 * LOOK);
    }

    private static String walk(Conditions statement) {
        JobFilter filter = filter(null, null, null, null);
        return new LiveWalk("org_1", filter, 0, Long.MAX_VALUE, LOOK, LOOK).text(statement, "");
    }

    private static String text(String name) {
        return Statements.all().get(name).text();
    }

    private static PlanCase asked(String name, String text, Tuple parameters, int rows) {
        String arguments = IntStream.range(0, parameters.size())
                .mapToObj(parameters::getValue)
                .map(value -> value instanceof String string ? "'" + string + "'" : "" + value)
                .collect(Collectors.joining(", "));
        return new PlanCase(name, text, arguments, rows, false);
    }
}
