package dev.docket.store;

import dev.docket.guard.Statements;
import dev.docket.guard.Statements.Statement;
import java.util.List;
import java.util.Map;

/** Every statement on jobs, with what it is mostly asked for. */
final class PlanCases {
    private final Map<String, Statement> statements = Statements.all();
    private final ManyJobs jobs;

    PlanCases(ManyJobs jobs) {
        this.jobs = jobs;
    }

    private PlanCase byKey(String name, int rows, String... arguments) {
        return new PlanCase(name, text(name), String.join(", ", arguments), rows, true);
    }

    private PlanCase walk(String name, int rows, String... arguments) {
        return new PlanCase(name, text(name), String.join(", ", arguments), rows, false);
    }

    private String text(String name) {
        return statements.get(name).text();
    }

    List<PlanCase> ofOneJob() {
        String ours = "'org_1', " + ManyJobs.id(jobs.waiting());
        String done = "'org_1', " + ManyJobs.id(jobs.completed());
        return List.of(
                byKey("FindJob.FIND", 2, done, "null"),
                byKey("FindJobs.POSITION", 1, done),
                byKey("CancelJob.CANCEL", 8, ours, "'token', 'reason', false"),
                byKey(
                        "CancelJobs.CANCEL_TOGETHER",
                        12,
                        "array['org_1']",
                        "array[" + ManyJobs.id(jobs.waiting()) + "]",
                        "array['token'], array['reason'], array[false], 4096"),
                byKey("ConfirmStop.CONFIRM", 1, done, "1, 0"),
                byKey(
                        "RetryJob.RETRY",
                        12,
                        "'org_1'",
                        ManyJobs.id(jobs.expired()),
                        "'token', 86400, 3",
                        "array['/v1/documents/parse'], array[3600]"),
                byKey("CreateJob.KEYED", 1, done, "'\\x00'"),
                byKey(
                        "CreateJob.CREATE",
                        4,
                        "'org_1', 'job_new', 'key', '\\x00', 86400, '/v1/documents/parse', true, 86400",
                        "3, 2, '{\"a\":\"b\"}', 'm', null, array['a.pdf'], array['pdf'], '{}', null, null, null, null"),
                byKey(
                        "CreateJobs.CREATE_TOGETHER",
                        4,
                        "array['org_1', 'org_2'], array['job_new', 'job_newer']",
                        "array['/v1/documents/parse', '/v1/documents/parse'], array['queued', 'queued']",
                        "array[86400, 86400], array[3, 3], array[2, 2], array['{}', '{}'], array['m', 'm']",
                        "array[null, null]::text[], array['{a.pdf}', '{}'], array['{pdf}', '{}']",
                        "array[null, null]::float8[], array[null, null]::float8[], array[null, null]::float8[]",
                        "array['{}', '{}']::bytea[], null"),
                byKey("BodyChunks.INSERT", 1, "body_bucket()", ours, "0, 1, 'x'"),
                byKey("ReadBodies.CHUNK", 1, "body_bucket()", ours, "0, 0"));
    }

    List<PlanCase> ofRuns() {
        String tenOf = "array_fill(%s, array[10])";
        return List.of(
                byKey("Heartbeat.BEAT", 20, jobs.runs(), "'exec_1', 60"),
                byKey("HandBack.HAND_BACK", 30, jobs.runs(), "'exec_1'"),
                byKey(
                        "SettleRuns.SETTLE",
                        30,
                        jobs.runs(),
                        tenOf.formatted("'completed'::text"),
                        tenOf.formatted("200"),
                        tenOf.formatted("2"),
                        tenOf.formatted("null::int"),
                        tenOf.formatted("null::text"),
                        tenOf.formatted("null::text"),
                        tenOf.formatted("null::text"),
                        tenOf.formatted("0::float8"),
                        tenOf.formatted("null::float8"),
                        tenOf.formatted("null::int"),
                        tenOf.formatted("'{}'::bytea"),
                        tenOf.formatted("null::int"),
                        tenOf.formatted("null::int"),
                        tenOf.formatted("null::int")),
                byKey("FindTraces.TRACES", 10, jobs.array(ManyJobs::organization), jobs.array(ManyJobs::id)),
                byKey(
                        "ReadRequests.REQUESTS",
                        10,
                        tenOf.formatted("body_bucket()"),
                        jobs.array(ManyJobs::organization),
                        jobs.array(ManyJobs::id),
                        tenOf.formatted("0")));
    }

    List<PlanCase> ofQueues() {
        String lanes = "array['org_1', 'org_2'], array['/v1/documents/parse', '/v1/documents/split'], array[0, 0]";
        return List.of(
                walk(
                        "ClaimJobs.CLAIM",
                        3 * 2 * 16,
                        lanes,
                        "array[16, 16], array[0, 0], array[0, 0], 'exec_2', 60, 4096"),
                new PlanCase(
                        "ClaimJobs.CLAIM with caps",
                        text("ClaimJobs.CLAIM"),
                        lanes + ", array[16, 16], array[50, 50], array[50, 50], 'exec_2', 60, 4096",
                        3 * 2 * 16 + 2 * ManyJobs.RUNNING,
                        false),
                walk("WaitingLanes.NEXT", 20, "'', '', 10"),
                // With what the lane has, as the planner may read it whole when it is short.
                walk("QueuedQuota.COUNT", 500 + ManyJobs.LIVE, "'org_1', 500"),
                walk("QueueGauges.READ", 3 * 1_000 + ManyJobs.LIVE, "1000"));
    }

    List<PlanCase> ofMaintenance() {
        return List.of(
                walk("DueWork.DUE", 3 + ManyJobs.RUNNING + ManyJobs.LIVE, "true"),
                walk("ExpireJobs.EXPIRE", 200, "100, 0"),
                walk("FailUnstarted.FAIL", 200 + ManyJobs.LIVE, "100, 0, 'code', 'message'"),
                walk("PromoteParked.PROMOTE", 200, "100, 0"),
                // As much older as makes many due that are kept a while.
                walk("DeleteJobs.DELETE", 400, "100, -518400, 0"),
                walk("DeleteJobs.FORGET_KEYS", 200, "100, 86400, 0"),
                walk("RescueRuns.RESCUE", 3 * ManyJobs.RUNNING, "100, 0, 'code', 'message', 0, 'again'"),
                walk("HandBack.STRAYS", 4 * ManyJobs.RUNNING, jobs.runs(), "'exec_1'"),
                walk("BodyBuckets.OLDEST_NAMED", 1));
    }

    List<PlanCase> ofBulkCancels() {
        String ids = "array[" + ManyJobs.id(jobs.waiting()) + ", " + ManyJobs.id(jobs.completed()) + "]";
        return List.of(
                walk(
                        "CreateBulkCancel.CREATE",
                        2 * 210,
                        "'org_1', 'bcan_new', 'r', false, null, '{}', '{}', null, null, 1000, 3"),
                byKey("PreviewBulkCancel.NAMED", 2, "'org_1'", ids, "true"),
                byKey("FindBatch.LOCK", 4, "'org_1'", ids),
                byKey("FindBatch.LOCK_PENDING", 200, "'org_1', 'bcan_1', 10"),
                byKey("FindBatch.PENDING", 200, "'org_1', 'bcan_1', 10, false"),
                byKey("DecideBatch.DECIDE", 20, "'org_1', 'bcan_1'", ids, ids, "1, 'token', false, 3, 3"),
                byKey("TellBatch.TELL", 50, "'org_1', 'bcan_1'"));
    }
}
