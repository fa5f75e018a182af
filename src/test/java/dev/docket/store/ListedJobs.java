package dev.docket.store;

import dev.docket.JobRows;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Jobs of an organization of their own, in the database and, as a list should see them, in memory. Many are of the same
 * moment, some of one that is before that of an earlier job; some are of the last minutes of a day, and some are
 * expired. Another organization has the like in between.
 */
final class ListedJobs {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 5);
    private static final long FIRST_SECOND =
            LAST_DAY.minusDays(4).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final long SECONDS_BETWEEN = TimeUnit.DAYS.toSeconds(5) / 600;
    private static final long SECONDS_ALIKE = TimeUnit.MINUTES.toSeconds(15);
    private static final int SECONDS_BACK = 240;

    private static final String JOBS = """
            insert into job (organization_id, id, seq, endpoint, status, validated, created_at, expires_at, started_at,
                             completed_at, available_at, owner, lease_until, claim, attempts_left, request_bucket,
                             request_bytes, response_bucket, response_bytes, response_status, error_code, error_message,
                             cancel_requested_at, work_started)
            select r.organization, r.id, r.seq, r.endpoint, r.status, true, to_timestamp(r.created),
                   now() + make_interval(hours => r.hours),
                   case when r.status in ('in_progress', 'completed', 'failed') then now() end,
                   case when r.status in ('completed', 'failed', 'cancelled') then now() end,
                   case when r.status = 'queued' then now() + interval '1 hour' end,
                   case when r.status = 'in_progress' then 'nobody' end,
                   case when r.status = 'in_progress' then now() + interval '1 hour' end,
                   1, 2, body_bucket(), r.bytes,
                   case when r.status = 'completed' then body_bucket() end,
                   case when r.status = 'completed' then r.bytes end,
                   case when r.status = 'completed' then 200 end,
                   case when r.status = 'failed' then 'code' end, case when r.status = 'failed' then 'message' end,
                   case when r.status = 'cancelled' then now() end, case when r.status = 'cancelled' then false end
            from jsonb_to_recordset(?::jsonb)
                as r(organization text, id text, seq bigint, endpoint text, status text, created float8, hours int, bytes int)
            """;

    private static final String FACTS = """
            insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket, metadata,
                                   metadata_pairs, model, project_id, workflow_id, workflow_node_ids,
                                   workflow_block_ids, filenames, document_types)
            select j.organization_id, j.id, j.seq, j.created_at, j.endpoint, j.expires_at, j.request_bucket,
                   r.metadata::text, r.metadata, r.model, r.project, r.workflow,
                   case when r.workflow is not null then array[r.node] end,
                   case when r.workflow is not null then array[r.block] end,
                   array[r.filename], array[r.type]
            from jsonb_to_recordset(?::jsonb)
                as r(organization text, id text, metadata jsonb, model text, project text, workflow text, node text,
                     block text, filename text, type text)
            join job j on j.organization_id = r.organization and j.id = r.id
            """;

    /** A job as a list filters it, with its place in the order of creation. */
    private record Listed(JobId id, long seq, Instant created, JobStatus shown, JsonObject row) {
        boolean is(String member, Object wanted) {
            return wanted == null || wanted.equals(row.getValue(member));
        }

        boolean fits(JobFilter filter) {
            LocalDate day = created.atZone(ZoneOffset.UTC).toLocalDate();
            boolean inWorkflow = row.getString("workflow") != null;
            return (filter.status() == null || shown == filter.status())
                    && is("endpoint", filter.endpoint())
                    && (filter.source() == null || source() == filter.source() || comesFromBoth(filter.source()))
                    && is("project", filter.projectId())
                    && is("workflow", filter.workflowId())
                    && (filter.workflowNodeId() == null || inWorkflow && is("node", filter.workflowNodeId()))
                    && (filter.workflowBlockId() == null || inWorkflow && is("block", filter.workflowBlockId()))
                    && is("model", filter.model())
                    && (filter.filenameRegex() == null
                            || row.getString("filename")
                                    .startsWith(filter.filenameRegex().substring(1)))
                    && (filter.filenameContains() == null
                            || row.getString("filename").contains(filter.filenameContains()))
                    && (filter.documentTypes().isEmpty()
                            || filter.documentTypes().contains(row.getString("type")))
                    && (filter.from() == null || !day.isBefore(filter.from()))
                    && (filter.to() == null || !day.isAfter(filter.to()))
                    && filter.metadata().entrySet().stream()
                            .allMatch(pair -> pair.getValue()
                                    .equals(row.getJsonObject("metadata").getString(pair.getKey())));
        }

        private JobFilter.Source source() {
            return row.getString("project") != null
                    ? JobFilter.Source.PROJECT
                    : row.getString("workflow") != null ? JobFilter.Source.WORKFLOW : JobFilter.Source.API;
        }

        private boolean comesFromBoth(JobFilter.Source asked) {
            return asked == JobFilter.Source.WORKFLOW && row.getString("workflow") != null;
        }
    }

    private final String organization = "org_" + JobId.fresh();
    private final Map<JobId, Listed> jobs = new LinkedHashMap<>();
    private final Map<JobId, Long> places = new LinkedHashMap<>();
    private final Random random;
    private long made;

    ListedJobs(Random random) {
        this.random = random;
    }

    String organization() {
        return organization;
    }

    /** So many more, the newest of all. */
    void put(int count) {
        JsonArray rows = new JsonArray();
        IntStream.range(0, count).forEach(ignored -> {
            Listed job = make();
            jobs.put(job.id(), job);
            places.put(job.id(), job.seq());
            rows.add(job.row());
            rows.add(job.row()
                    .copy()
                    .put("organization", organization + "_other")
                    .put("seq", job.seq() + 1));
        });
        JobRows.change(JOBS, rows.encode());
        JobRows.change(FACTS, rows.encode());
    }

    private Listed make() {
        made++;
        long second = FIRST_SECOND + made * SECONDS_BETWEEN;
        Instant created = Instant.ofEpochSecond(
                second - second % SECONDS_ALIKE - (random.nextInt(3) == 0 ? random.nextInt(SECONDS_BACK) : 0));
        JobStatus status = oneOf(
                JobStatus.COMPLETED,
                JobStatus.COMPLETED,
                JobStatus.COMPLETED,
                JobStatus.QUEUED,
                JobStatus.FAILED,
                JobStatus.CANCELLED,
                JobStatus.IN_PROGRESS);
        boolean over = random.nextInt(10) == 0;
        JobId id = JobId.fresh();
        JsonObject row = new JsonObject()
                .put("organization", organization)
                .put("id", id.value())
                .put("seq", 3 * made)
                .put("created", created.getEpochSecond())
                .put("status", status.wire())
                .put("hours", over ? -1 : 24)
                .put("bytes", 1 + random.nextInt(20))
                .put("endpoint", oneOf("/v1/documents/parse", "/v1/documents/parse", "/v1/documents/split"))
                .put("model", oneOf("common", "common", "common", "common", "common", "common", "rare"))
                .put("project", oneOf("proj_1", "proj_2", null, null, null, null))
                .put("workflow", oneOf("wf_1", "wf_2", null, null, null))
                .put("node", "node_" + random.nextInt(3))
                .put("block", "block_" + random.nextInt(3))
                .put("filename", oneOf("file ", "file ", "file ", "rare ") + made + ".pdf")
                .put("type", oneOf("pdf", "pdf", "pdf", "pdf", "txt", "png"))
                .put("metadata", new JsonObject().put("batch", "" + random.nextInt(10)));
        return new Listed(id, 3 * made, created, over ? JobStatus.EXPIRED : status, row);
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** One of them is gone, but not the one that is to be kept. */
    JobId remove(JobId kept) {
        List<JobId> others = new ArrayList<>(jobs.keySet());
        others.remove(kept);
        JobId gone = others.get(random.nextInt(others.size()));
        jobs.remove(gone);
        JobRows.change("delete from job where organization_id = ? and id = ?", organization, gone.value());
        JobRows.change("delete from job_facts where organization_id = ? and id = ?", organization, gone.value());
        return gone;
    }

    List<JobId> fitting(JobFilter filter) {
        return jobs.values().stream()
                .filter(job -> job.fits(filter))
                .map(Listed::id)
                .collect(Collectors.toList());
    }

    boolean isThere(JobId job) {
        return jobs.containsKey(job);
    }

    /** The order of creation, of those that are gone as well. */
    Comparator<JobId> order() {
        return Comparator.comparing(places::get);
    }

    boolean comesBefore(JobId job, JobId other, boolean newestFirst) {
        return newestFirst ? order().compare(job, other) > 0 : order().compare(job, other) < 0;
    }
}
