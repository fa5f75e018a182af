package dev.docket.store;

import dev.docket.job.JobStatus;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;

/** The conditions that a filter sets on jobs, {@code job j} with their facts {@code job_facts f}. */
final class JobConditions {
    /** That of the server which runs the statement. */
    static final String NOW = "now()";

    private JobConditions() {}

    static Conditions of(String organization, JobFilter filter) {
        return add(new Conditions(), organization, filter, NOW);
    }

    /**
     * Adds them to a statement that has parameters already.
     *
     * @param moment the expression of the time that a status is one of
     */
    static Conditions add(Conditions conditions, String organization, JobFilter filter, String moment) {
        conditions.and("f.organization_id = ?", organization);
        addStatus(conditions, organization, filter.status(), moment);
        addSource(conditions, filter.source());
        conditions
                .andIfGiven("f.id = ?", filter.id() == null ? null : filter.id().value())
                .andIfGiven("f.endpoint = ?", filter.endpoint())
                .andIfGiven("f.project_id = ?", filter.projectId())
                .andIfGiven("f.workflow_id = ?", filter.workflowId())
                .andIfGiven("? = any(f.workflow_node_ids)", filter.workflowNodeId())
                .andIfGiven("? = any(f.workflow_block_ids)", filter.workflowBlockId())
                .andIfGiven("f.model = ?", filter.model())
                .andIfGiven("exists (select from unnest(f.filenames) as n where n ~ ?)", filter.filenameRegex())
                .andIfGiven(
                        "exists (select from unnest(f.filenames) as n where strpos(n, ?) > 0)",
                        filter.filenameContains())
                .andIfGiven("f.document_types && ?::text[]", array(filter.documentTypes()))
                .andIfGiven("f.created_at >= ?", startOf(filter.from()))
                .andIfGiven(
                        "f.created_at < ?",
                        filter.to() == null ? null : startOf(filter.to().plusDays(1)))
                .andIfGiven("f.metadata_pairs @> ?::jsonb", pairs(filter));
        return conditions;
    }

    /** The status as shown: past its time a job is expired, whatever its row says, and before it none is. */
    private static void addStatus(Conditions conditions, String organization, JobStatus status, String moment) {
        if (status == JobStatus.EXPIRED) {
            conditions.and("f.expires_at <= " + moment);
        } else if (status != null) {
            conditions.and("j.organization_id = ?", organization);
            conditions.and("j.status = ?", status.wire());
            conditions.and("j.expires_at > " + moment);
        }
    }

    private static void addSource(Conditions conditions, JobFilter.Source source) {
        if (source == JobFilter.Source.PROJECT) {
            conditions.and("f.project_id is not null");
        } else if (source == JobFilter.Source.WORKFLOW) {
            conditions.and("f.workflow_id is not null");
        } else if (source == JobFilter.Source.API) {
            conditions.and("f.project_id is null").and("f.workflow_id is null");
        }
    }

    private static String[] array(List<String> values) {
        return values == null || values.isEmpty() ? null : values.toArray(String[]::new);
    }

    private static Object startOf(LocalDate day) {
        return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static JsonObject pairs(JobFilter filter) {
        return filter.metadata() == null || filter.metadata().isEmpty()
                ? null
                : new JsonObject(new HashMap<>(filter.metadata()));
    }
}
