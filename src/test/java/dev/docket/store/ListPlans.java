package dev.docket.store;

import dev.docket.guard.ListScenarios;
import dev.docket.guard.Statements;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists by what an index serves, and walks over live jobs, with their parameters. */
final class ListPlans {
    private static final int PAGE = 21;
    private static final int LOOK = 200;

    /** Of so many that a walk over all jobs of the organization is told from one that ends. */
    private static final int LOOK_OF_A_PAGE = 1000;

    private static final int IN_INDEX = 2 * PAGE + 10;

    /** The walk, and the way along the index to where it has ended. */
    private static final int WALKED = 2 * LOOK_OF_A_PAGE + 10;

    /** A tenth of it, with the other row of each. */
    private static final int LOOKED_UP = WALKED * 3 / 2 / 10;

    private ListPlans() {}

    static List<PlanCase> all(ManyJobs jobs) {
        JobId one = new JobId(ManyJobs.id(jobs.completed()).replace("'", ""));
        return List.of(
                page("all", Map.of(), IN_INDEX),
                page("by status", Map.of("status", JobStatus.COMPLETED), IN_INDEX),
                page("by what runs", Map.of("status", JobStatus.IN_PROGRESS), 2 * ManyJobs.RUNNING + IN_INDEX),
                page("by id", Map.of("id", one), IN_INDEX),
                page("by project", Map.of("projectId", "proj"), IN_INDEX),
                page("by workflow", Map.of("workflowId", "flow"), IN_INDEX),
                days(jobs),
                page("by a model that all have", Map.of("model", "retab-small"), IN_INDEX),
                page("by an endpoint without jobs", Map.of("endpoint", "/v1/documents/ocr"), WALKED),
                page("by a model without jobs", Map.of("model", "none"), WALKED),
                page("by a part of a name", Map.of("filenameContains", "none"), WALKED),
                page("by a pattern of a name", Map.of("filenameRegex", "^none"), WALKED),
                page("by file type", Map.of("documentTypes", List.of("docx", "txt")), WALKED),
                page("by metadata", Map.of("metadata", Map.of("batch", "none")), WALKED),
                page("by workflow node", Map.of("workflowNodeId", "none"), WALKED),
                page("by workflow block", Map.of("workflowBlockId", "none"), WALKED),
                page("by source, api", Map.of("source", JobFilter.Source.API), IN_INDEX),
                page("by source, project", Map.of("source", JobFilter.Source.PROJECT), WALKED),
                page("by source, workflow", Map.of("source", JobFilter.Source.WORKFLOW), WALKED),
                page("by expiry", Map.of("status", JobStatus.EXPIRED), WALKED),
                page("by status of all and model", Map.of("status", JobStatus.COMPLETED, "model", "none"), WALKED),
                page("by status and model", Map.of("status", JobStatus.QUEUED, "model", "none"), LOOKED_UP),
                page("by live status and project", Map.of("status", JobStatus.QUEUED, "projectId", "p"), LOOKED_UP),
                page("by status and project", Map.of("status", JobStatus.FAILED, "projectId", "proj"), LOOKED_UP),
                page("by project and model", Map.of("projectId", "proj", "model", "none"), WALKED),
                page("by workflow and name", Map.of("workflowId", "flow", "filenameContains", "none"), WALKED),
                seek(),
                matching(),
                preview());
    }

    private static PlanCase page(String name, Map<String, Object> given, int rows) {
        return page(name, given, Stretch.ALL, rows);
    }

    private static PlanCase page(String name, Map<String, Object> given, Stretch stretch, int rows) {
        Conditions statement = new Conditions();
        String text = FindJobs.text(
                statement,
                JobConditions.NOW,
                "org_1",
                ListScenarios.filter(given),
                stretch,
                true,
                PAGE,
                LOOK_OF_A_PAGE);
        return asked("FindJobs.PAGE " + name, text, statement.parameters(), rows);
    }

    /** A day of the middle, with what lies around it. */
    private static PlanCase days(ManyJobs jobs) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        Stretch around = new Stretch(jobs.rows() / 4L, jobs.rows() * 3L / 4);
        return page("by days", Map.of("from", day, "to", day), around, WALKED);
    }

    /** Halves of the number of all rows, and both ends. */
    private static PlanCase seek() {
        return new PlanCase(
                "FindDay.SEEK", text("FindDay.SEEK"), "'org_1', now() - interval '3 days'", 2 + 2 * 32, false);
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
        JobFilter filter = ListScenarios.filter(Map.of());
        return new LiveWalk("org_1", filter, 0, Long.MAX_VALUE, LOOK, LOOK).text(statement, "");
    }

    private static String text(String name) {
        return Statements.all().get(name).text();
    }

    private static PlanCase asked(String name, String text, Tuple parameters, int rows) {
        String arguments = IntStream.range(0, parameters.size())
                .mapToObj(parameters::getValue)
                .map(ListPlans::literal)
                .collect(Collectors.joining(", "));
        return new PlanCase(name, text, arguments, rows, false);
    }

    private static String literal(Object value) {
        if (value instanceof String[] texts) {
            return Arrays.stream(texts).collect(Collectors.joining("', '", "array['", "']"));
        }
        return value instanceof Number ? value.toString() : "'" + value + "'";
    }
}
