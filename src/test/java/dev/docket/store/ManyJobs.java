package dev.docket.store;

import dev.docket.job.JobId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many jobs of five organizations, most of which have completed; at the end of them those that are parked, that wait and
 * that run. Some of each kind are due for maintenance. The last digit of a job's number says whose it is.
 *
 * @param rows how many there are
 */
record ManyJobs(int rows) {
    static final int RUNNING = 100;
    private static final int WAITING = 5_000;
    private static final int PARKED = 2_000;
    static final int LIVE = RUNNING + WAITING + PARKED;
    /** So many of the waiting and of the parked ones, respectively, have expired, begin too late and may go on. */
    private static final int DUE = 1_000;

    private static final String JOBS = """
            insert into job (organization_id, id, seq, endpoint, status, validated, created_at, expires_at, started_at,
                             completed_at, ready_pos, available_at, owner, lease_until, claim, attempt_count, attempts_left,
                             request_bucket, request_bytes, response_bucket, response_bytes, response_status,
                             start_before)
            select 'org_' || i %% 5, 'job_' || lpad(i::text, 21, '0'), i,
                   '/v1/documents/' || (array['parse', 'extract', 'split'])[1 + i / 5 %% 3],
                   case when old > 0 then 'completed' when running then 'in_progress' else 'queued' end, true, born,
                   case when waiting and late then now() - interval '1 hour' else born + interval '7 days' end,
                   case when old > 0 or running then born end,
                   case when old > 0 then born end,
                   case when waiting then i end,
                   case when parked then now() + make_interval(hours => case when due then -1 else 1 end) end,
                   case when running then 'exec_1' end,
                   case when running then now() + make_interval(hours => case when i %% 2 = 0 then -1 else 1 end) end,
                   case when old > 0 or running then 1 else 0 end, case when old > 0 or running then 1 else 0 end, 2,
                   body_bucket(), 2,
                   case when old > 0 then body_bucket() end, case when old > 0 then 2 end, case when old > 0 then 200 end,
                   case when waiting then now() + make_interval(hours => case when slow then -1 else 1 end) end
            from (select i,
                         %1$d - %2$d - %3$d - %4$d - i as old,
                         i >= %1$d - %2$d as running,
                         i >= %1$d - %2$d - %3$d and i < %1$d - %2$d as waiting,
                         i >= %1$d - %2$d - %3$d - %4$d and i < %1$d - %2$d - %3$d as parked,
                         i >= %1$d - %2$d - %5$d as late,
                         i >= %1$d - %2$d - 2 * %5$d and i < %1$d - %2$d - %5$d as slow,
                         i < %1$d - %2$d - %3$d - %5$d as due,
                         now() - interval '6 days' * (%1$d - i) / %1$d as born
                  from generate_series(0, %1$d - 1) i) numbered
            """;

    private static final String FACTS = """
            insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket, metadata,
                                   metadata_pairs, model, project_id, workflow_id, workflow_node_ids,
                                   workflow_block_ids, filenames, document_types)
            select organization_id, id, seq, created_at, endpoint, expires_at, request_bucket,
                   '{"batch":"' || seq / 1000 || '"}', jsonb_build_object('batch', (seq / 1000)::text), 'retab-small',
                   case when seq / 5 % 1000 = 0 then 'proj' end,
                   case when seq / 5 % 1000 = 1 then 'flow' end,
                   case when seq / 5 % 1000 = 1 then array['node'] end,
                   case when seq / 5 % 1000 = 1 then array['block'] end,
                   array['file ' || seq || '.pdf'], array['pdf']
            from job;
            insert into idempotency_key (organization_id, key, job_id, body_hash, created_at)
            select organization_id, id, id, '\\x00', created_at
            from job
            where seq % 10 < 3;
            select setval('job_seq', max(seq)), setval('job_ready_pos', max(seq))
            from job;
            """;

    private static final String BODIES = """
            insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
            select request_bucket, organization_id, id, 0, 0, '{}'
            from job
            where seq >= %1$d - 20000;
            insert into bulk_cancel (organization_id, id, created_at, reason, only_if_queued, ids, upto, due_at)
            select 'org_1', 'bcan_' || i, now(), 'r', false, array['job_x'], 1, now()
            from generate_series(1, 200) i;
            insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, status, work_started, n)
            select 'org_1', 'bcan_' || 1 + seq / 5 %% 200, id, case when seq %% 10 = 1 then 'pending' else 'cancelled' end,
                   case when seq %% 10 = 6 then 'queued' end, case when seq %% 10 = 6 then false end,
                   case when seq %% 10 = 6 then seq end
            from job
            where organization_id = 'org_1'
              and seq >= %1$d - 20000;
            """;

    /** Fills the tables, which nobody looks after meanwhile. */
    void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(JOBS.formatted(rows, RUNNING, WAITING, PARKED, DUE));
            statement.execute(FACTS);
            statement.execute(BODIES.formatted(rows));
        }
    }

    static String organization(int number) {
        return "'org_" + number % 5 + "'";
    }

    static String id(int number) {
        return "'" + new JobId("job_%021d".formatted(number)) + "'";
    }

    /** The number of a job that has completed, and that is the first organization's. */
    int completed() {
        return rows / 2 + 1;
    }

    /** The number of a job that waits, and that is the first organization's. */
    int waiting() {
        return rows - RUNNING - 3 * DUE + 1;
    }

    /** The number of a job that is past its time, and that is the first organization's. */
    int expired() {
        return rows - RUNNING - DUE / 2 + 1;
    }

    /** The organizations, ids and claims of ten that run, as three arrays. */
    String runs() {
        return array(ManyJobs::organization) + ", " + array(ManyJobs::id) + ", " + array(number -> "1");
    }

    /** Ten values, of each of those that run. */
    String array(IntFunction<String> value) {
        return IntStream.range(rows - 10, rows).mapToObj(value).collect(Collectors.joining(", ", "array[", "]"));
    }
}
