package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a page of an organization's jobs. A cursor is a position in the order of creation, so it holds while jobs
 * change state, stop matching the filter or are added.
 */
@ApplicationScoped
public class FindJobs {
    private static final String POSITION = """
            select f.seq
            from job_facts f
            where f.organization_id = $1
              and f.id = $2
            """;

    private static final String PAGE = """
            select %s
            from job_facts f
            join job j on j.organization_id = f.organization_id and j.id = f.id
            where %s
            order by %s %s
            limit %s
            """;

    private final Pool pool;

    FindJobs(Pool pool) {
        this.pool = pool;
    }

    /** A page; empty when the cursor is not a job of the organization. */
    public Uni<Optional<JobPage>> page(String organization, JobFilter filter, PageRequest page) {
        JobId cursor = page.after() != null ? page.after() : page.before();
        return TryAgain.onLoss(() -> cursor == null
                ? read(organization, filter, page, null).map(Optional::of)
                : position(organization, cursor)
                        .chain(position -> position.isEmpty()
                                ? Uni.createFrom().item(Optional.<JobPage>empty())
                                : read(organization, filter, page, position.get())
                                        .map(Optional::of)));
    }

    private Uni<Optional<Long>> position(String organization, JobId cursor) {
        return pool.preparedQuery(POSITION)
                .execute(Tuple.of(organization, cursor.value()))
                .map(rows -> {
                    Iterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(row.next().getLong(0)) : Optional.<Long>empty();
                });
    }

    private Uni<JobPage> read(String organization, JobFilter filter, PageRequest page, Long cursor) {
        boolean backwards = page.before() != null;
        boolean descending = page.newestFirst() != backwards;
        Conditions conditions = matching(organization, filter);
        // The list by status walks the index of the job's row, every other list that of its facts.
        String order = filter.status() != null && filter.status() != JobStatus.EXPIRED ? "j.seq" : "f.seq";
        conditions.andIfGiven(order + (descending ? " < ?" : " > ?"), cursor);
        String limit = conditions.parameter(page.limit() + 1);
        String statement = PAGE.formatted(JobRow.COLUMNS, conditions.text(), order, descending ? "desc" : "asc", limit);
        return pool.preparedQuery(statement).execute(conditions.parameters()).map(rows -> page(rows, page, backwards));
    }

    /** One row more than asked for was read: it says whether the list goes on, and is not shown. */
    private static JobPage page(RowSet<Row> rows, PageRequest page, boolean backwards) {
        List<Job> jobs = new ArrayList<>(rows.size());
        rows.forEach(row -> jobs.add(JobRow.read(row)));
        boolean beyond = jobs.size() > page.limit();
        if (beyond) {
            jobs.remove(jobs.size() - 1);
        }
        if (backwards) {
            Collections.reverse(jobs);
            return new JobPage(jobs, beyond, true);
        }
        return new JobPage(jobs, beyond, page.after() != null);
    }

    private static Conditions matching(String organization, JobFilter filter) {
        Conditions conditions = new Conditions().and("f.organization_id = ?", organization);
        addStatus(conditions, organization, filter.status());
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

    /** The status as shown: past its time a job is expired, whatever its row says. */
    private static void addStatus(Conditions conditions, String organization, JobStatus status) {
        if (status == JobStatus.EXPIRED) {
            conditions.and("(j.status = ? or j.expires_at <= now())", status.wire());
        } else if (status != null) {
            conditions.and("j.organization_id = ?", organization);
            conditions.and("j.status = ?", status.wire());
            conditions.and("j.expires_at > now()");
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
