package dev.docket.guard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The guards that nothing fails without, each with the reason why it stands there all the same. A reason that begins
 * with {@code =} names a place and a guard of the same statement that says the same again; something must fail without
 * both.
 */
final class Redundant {
    private static final String TABLE = """
            BodyBuckets.OLDER | main | substring(c.relname from 'body_([0-9]+)')::int < ? | each bucket is judged again once nobody can write into it
            BodyBuckets.OLDER | main | order by c.relname | buckets may be dropped in any order

            CancelJobs.CANCEL_TOGETHER | free | j.organization_id = t.organization_id | = won: j.organization_id = f.organization_id
            CancelJobs.CANCEL_TOGETHER | main | j.expires_at <= clock_timestamp() | what has just been cancelled is not past its time
            CancelJobs.CANCEL_TOGETHER | main | starts_with(j.cancel_token, 'bulk:') (2) | what has not won is only asked whether it was live
            CancelJobs.CANCEL_TOGETHER | main | j.organization_id = t.organization_id | a row of another organization answers to no call
            CancelJobs.CANCEL_TOGETHER | main | f.organization_id = j.organization_id (2) | further rows of what has not won say the same again
            CancelJobs.CANCEL_TOGETHER | main | f.id = j.id (2) | further rows of what has not won say the same again

            ClaimJobs.CLAIM | picked | limit a.lane_cap | ends the counting early: a lane that is over its cap has no room either
            ClaimJobs.CLAIM | picked | limit a.organization_cap | ends the counting early: an organization that is over its cap has no room either
            ClaimJobs.CLAIM | main | num_nonnulls(j.ready_pos) = 1 | = picked: r.ready_pos >= a.from_pos

            CreateJob.CREATE | main | starts_with(j.cancel_token, 'bulk:') | a job that was just stored was cancelled by nobody

            DeleteJobs.DELETE | due | f.expires_at < now() - make_interval(secs => ?) | = gone: j.expires_at < clock_timestamp() - make_interval(secs => ?)
            DeleteJobs.DELETE | gone | order by j.organization_id, j.id | rows that others hold are passed over, so no order deadlocks
            DeleteJobs.DELETE | main | j.completed_at is not null | = gone: j.completed_at is not null
            DeleteJobs.FORGET_KEYS | outdated | k.created_at < now() - make_interval(secs => ?) | = main: k.created_at < clock_timestamp() - make_interval(secs => ?)
            DeleteJobs.FORGET_KEYS | main | k.created_at < clock_timestamp() - make_interval(secs => ?) | = outdated: k.created_at < now() - make_interval(secs => ?)

            DueWork.DUE | main | j.owner is not null | follows from the lease, which a CHECK ties to the owner; for the index of what runs

            ExpireJobs.EXPIRE | due | j.completed_at is null | = main: j.status not in ('completed', 'failed', 'cancelled', 'expired')
            ExpireJobs.EXPIRE | due | j.expires_at <= now() | = main: j.expires_at <= clock_timestamp()
            ExpireJobs.EXPIRE | main | j.status not in ('completed', 'failed', 'cancelled', 'expired') | = due: j.completed_at is null
            ExpireJobs.EXPIRE | main | j.expires_at <= clock_timestamp() | = due: j.expires_at <= now()

            FailUnstarted.FAIL | due | j.start_before <= now() | = main: j.start_before <= clock_timestamp()
            FailUnstarted.FAIL | due | j.started_at is null | = main: j.started_at is null
            FailUnstarted.FAIL | due | j.completed_at is null | = main: j.status not in ('completed', 'failed', 'cancelled', 'expired')
            FailUnstarted.FAIL | due | j.owner is null | = main: j.owner is null
            FailUnstarted.FAIL | main | j.status not in ('completed', 'failed', 'cancelled', 'expired') | = due: j.completed_at is null
            FailUnstarted.FAIL | main | j.owner is null | = due: j.owner is null
            FailUnstarted.FAIL | main | j.started_at is null | = due: j.started_at is null
            FailUnstarted.FAIL | main | j.start_before <= clock_timestamp() | = due: j.start_before <= now()

            FindDay.SEEK | search | f.organization_id = ? | from the ends of all organizations the search is but longer
            FindDay.SEEK | search | f.organization_id = ? (2) | from the ends of all organizations the search is but longer
            FindDay.SEEK | search | limit 1 (3) | what lies behind the middle is not looked at; more of it is not tried here

            FindJobs.PAGE | page | offset 0 | leaves nothing out; keeps the look-up by key from becoming another join
            FindJobs.PAGE | page | f.organization_id = ? | those that are walked are the caller's
            FindJobs.PAGE | page | j.organization_id = ? | those that are walked are the caller's
            FindJobs.PAGE | page | f.organization_id = j.organization_id | both are the caller's
            FindJobs.PAGE | page | order by f.seq asc | those that are walked come in this order
            FindJobs.PAGE | page | order by f.seq desc | those that are walked come in this order
            FindJobs.PAGE | page | order by j.seq asc | those that are walked come in this order
            FindJobs.PAGE | page | order by j.seq desc | those that are walked come in this order
            FindJobs.PAGE | page | order by f.id asc | one job has no order
            FindJobs.PAGE | walked | order by f.id asc | one job has no order
            FindJobs.PAGE | walked | f.id = ? | = page: f.id = ?
            FindJobs.PAGE | page | f.id = ? | = walked: f.id = ?
            FindJobs.PAGE | walked | f.project_id = ? | = page: f.project_id = ?
            FindJobs.PAGE | page | f.project_id = ? | = walked: f.project_id = ?
            FindJobs.PAGE | walked | f.workflow_id = ? | = page: f.workflow_id = ?
            FindJobs.PAGE | page | f.workflow_id = ? | = walked: f.workflow_id = ?
            FindJobs.PAGE | walked | j.status = 'failed' | = page: j.status = ?
            FindJobs.PAGE | walked | j.status = 'queued' | = page: j.status = ?
            FindJobs.PAGE | page | j.status = ? | = walked: j.status = 'failed'
            FindJobs.PAGE | reached | limit 1 | at this offset the walk has its last job
            FindJobs.PAGE | reached | f.organization_id = ? | no two organizations have a job at one place
            FindJobs.PAGE | main | order by p.seq asc | those of the page come in this order
            FindJobs.PAGE | main | order by p.seq desc | those of the page come in this order

            FindTraces.TRACES | main | offset 0 | leaves nothing out; keeps the look-up by key from becoming another join

            HandBack.HAND_BACK | held | j.owner is not distinct from ? | = back: j.owner is not distinct from ?
            HandBack.HAND_BACK | held | for no key update of j | the plans that could be had join in the order of the sort; with the lock that order is no matter of the plan
            HandBack.HAND_BACK | back | j.claim = h.claim | it is the claim of the row that was locked above
            HandBack.HAND_BACK | back | j.owner is not distinct from ? | = held: j.owner is not distinct from ?
            HandBack.STRAYS | stray | j.owner = ? | = main: j.owner is not distinct from ?
            HandBack.STRAYS | stray | j.owner is not null | follows from the owner; repeated for the index of what runs
            HandBack.STRAYS | stray | for no key update of j | the plans that could be had join in the order of the sort; with the lock that order is no matter of the plan
            HandBack.STRAYS | main | j.claim = h.claim | it is the claim of the row that was locked above
            HandBack.STRAYS | main | j.owner is not distinct from ? | = stray: j.owner = ?

            Heartbeat.BEAT | held | for no key update of j | the plans that could be had join in the order of the sort; with the lock that order is no matter of the plan
            Heartbeat.BEAT | main | j.claim = h.claim | it is the claim of the row that was locked above
            Heartbeat.BEAT | main | j.owner is not distinct from ? | = held: j.owner is not distinct from ?

            PromoteParked.PROMOTE | due | j.available_at <= now() | = main: coalesce(j.available_at <= clock_timestamp(), false)
            PromoteParked.PROMOTE | main | coalesce(j.available_at <= clock_timestamp(), false) | = due: j.available_at <= now()

            QueueGauges.READ | main | j.completed_at is null | follows from its place in a lane; repeated for the index on the expiry

            ReadRequests.REQUESTS | main | offset 0 | leaves nothing out; keeps the look-up by key from becoming another join

            RescueRuns.RESCUE | lapsed | j.owner is not null | follows from the lease, which a CHECK ties to the owner; for the index of what runs
            RescueRuns.RESCUE | lapsed | j.lease_until < clock_timestamp() | = main: j.lease_until < clock_timestamp()
            RescueRuns.RESCUE | main | j.claim = l.claim | it is the claim of the row that was locked above
            RescueRuns.RESCUE | main | j.lease_until < clock_timestamp() | = lapsed: j.lease_until < clock_timestamp()

            RetryJob.RETRY | request | cur.request_bucket <> won.request_bucket | a copy onto itself gives way to itself; spares the reading of the body

            SettleRuns.SETTLE | held | j.claim = t.claim | = won: j.claim = h.claim
            SettleRuns.SETTLE | won | h.verdict = 'again' | no other verdict has a delay, and without one there is no time
            SettleRuns.SETTLE | won | j.claim = h.claim | = held: j.claim = t.claim
            SettleRuns.SETTLE | won | j.lease_until is not null | = held: j.lease_until is not null

            CreateBulkCancel.CREATE | running | limit ? | ends the counting early: beyond the limit any number is too much

            DecideBatch.DECIDE | judged | not ?::boolean | spares the reading of a row that the statement has failed on; nothing of it is told
            DecideBatch.DECIDE | judged | limit 1 | the key finds one; tells the planner so
            DecideBatch.DECIDE | judged | limit 1 (2) | the key finds one; tells the planner so
            DecideBatch.DECIDE | won | j.claim = g.claim | the row is locked, so this is the version that was judged
            DecideBatch.DECIDE | main | order by t.job_id | they come in this order; said so that both arrays agree
            DecideBatch.DECIDE | main | order by t.job_id (2) | they come in this order; said so that both arrays agree
            TellBatch.TELL | main | limit 1 | the key finds one; tells the planner so
            TellBatch.TELL | main | order by j.id | they come in this order; said so that both arrays agree
            TellBatch.TELL | main | order by j.id (2) | they come in this order; said so that both arrays agree
            TellBatch.TELL | main | j.id is not null (2) | what is null comes last, and is not read

            FindBatch.LOCK | main | order by j.id | rows that others hold are passed over, so no order deadlocks
            FindBatch.LOCK_PENDING | main | p.outcome <> 'cancelled' | follows from the other outcome; repeated for the index of the rare ones
            FindBatch.LOCK_PENDING | main | offset 0 | leaves nothing out; keeps the look-up by key from becoming another join
            FindBatch.PENDING | main | offset 0 | leaves nothing out; keeps the look-up by key from becoming another one
            FindBatch.PENDING | main | p.outcome <> 'cancelled' | follows from the other outcome; repeated for the index of the rare ones
            FindBatch.MATCHING | live | j.organization_id = ? | = found: f.organization_id = ?
            FindBatch.MATCHING | live | j.organization_id = ? (2) | = found: f.organization_id = ?
            FindBatch.MATCHING | live | j.organization_id = ? (3) | = found: f.organization_id = ?
            FindBatch.MATCHING | live | j.owner is not null | what is in progress has an owner; leads to the index of what runs
            FindBatch.MATCHING | live | limit ? | ends the walk of one state early; all states together end as well
            FindBatch.MATCHING | live | limit ? (2) | ends the walk of one state early; all states together end as well
            FindBatch.MATCHING | live | limit ? (3) | ends the walk of one state early; all states together end as well
            FindBatch.MATCHING | found | f.organization_id = j.organization_id | both are the caller's
            FindBatch.MATCHING | found | f.organization_id = ? | = live: j.organization_id = ? (2)
            FindBatch.MATCHING | found | j.organization_id = ? | those that are walked are the caller's
            FindBatch.MATCHING | found | j.status = ? | = live: j.status = 'queued'
            FindBatch.MATCHING | found | j.expires_at > now() (2) | = found: j.expires_at > now()
            FindBatch.MATCHING | found | limit 1 | the key finds one; tells the planner so
            FindBatch.MATCHING | found | order by j.seq | those that are walked come in this order
            FindBatch.MATCHING | main | order by id | the jobs of a batch may come in any order

            FindBulkOutcomes.OF_ONE_RARE | main | o.outcome <> 'cancelled' | follows from the other outcome; repeated for the index of the rare ones

            PurgeRows.BODIES | next | b.job_id >= ? | spares what the batches before deleted, which stays in the index for a while; leaves nothing out
            PurgeRows.BODIES | gone | b.bucket = ? | = gone: b.bucket = n.bucket
            PurgeRows.BODIES | gone | b.bucket = n.bucket | = gone: b.bucket = ?
            PurgeRows.DAYS | main | order by 1 | days may be emptied in any order
            PurgeRows.JOBS | next | j.id > ? | spares what the batches before deleted, which stays in the index for a while; leaves nothing out
            PurgeRows.JOBS | next | for update | what is deleted below is locked by that; locked here, all are, in one order, before anything is
            PurgedKind.BULK_CANCELS | gone | b.id > ? | spares what the batches before deleted, which stays in the index for a while; leaves nothing out
            PurgedKind.IDEMPOTENCY_KEYS | next | k.key > ? | spares what the batches before deleted, which stays in the index for a while; leaves nothing out
            PurgedKind.OUTCOMES | next | o.bulk_id >= ? | spares what the batches before deleted, which stays in the index for a while; leaves nothing out
            PurgedKind.PROJECTS | next | p.id > ? | spares what the batches before deleted, which stays in the index for a while; leaves nothing out
            PurgedKind.TEMPLATES | next | t.id > ? | spares what the batches before deleted, which stays in the index for a while; leaves nothing out

            PreviewBulkCancel.MATCHING | live | j.organization_id = ? | = found: f.organization_id = ?
            PreviewBulkCancel.MATCHING | live | j.organization_id = ? (2) | = found: f.organization_id = ?
            PreviewBulkCancel.MATCHING | live | j.organization_id = ? (3) | = found: f.organization_id = ?
            PreviewBulkCancel.MATCHING | live | j.owner is not null | what is in progress has an owner; leads to the index of what runs
            PreviewBulkCancel.MATCHING | live | j.seq > ? | a preview begins at the beginning
            PreviewBulkCancel.MATCHING | live | j.seq <= ? | a preview goes on to the end
            PreviewBulkCancel.MATCHING | live | order by j.seq | which are counted when there are more than twenty thousand; not tried here
            PreviewBulkCancel.MATCHING | live | limit ? | no more than twenty thousand are counted; not tried here
            PreviewBulkCancel.MATCHING | live | j.seq > ? (2) | a preview begins at the beginning
            PreviewBulkCancel.MATCHING | live | j.seq <= ? (2) | a preview goes on to the end
            PreviewBulkCancel.MATCHING | live | order by j.seq (2) | which are counted when there are more than twenty thousand; not tried here
            PreviewBulkCancel.MATCHING | live | limit ? (2) | no more than twenty thousand are counted; not tried here
            PreviewBulkCancel.MATCHING | live | j.seq > ? (3) | a preview begins at the beginning
            PreviewBulkCancel.MATCHING | live | j.seq <= ? (3) | a preview goes on to the end
            PreviewBulkCancel.MATCHING | live | order by j.seq (3) | which are counted when there are more than twenty thousand; not tried here
            PreviewBulkCancel.MATCHING | live | limit ? (3) | no more than twenty thousand are counted; not tried here
            PreviewBulkCancel.MATCHING | live | order by seq | which are counted when there are more than twenty thousand; not tried here
            PreviewBulkCancel.MATCHING | live | limit ? (4) | no more than twenty thousand are counted; not tried here
            PreviewBulkCancel.MATCHING | main | g.outcome = 'cancelled' (2) | a queued job is always one that would be cancelled
            PreviewBulkCancel.MATCHING | found | f.organization_id = j.organization_id | both are the caller's
            PreviewBulkCancel.MATCHING | found | f.organization_id = ? | = live: j.organization_id = ? (2)
            PreviewBulkCancel.MATCHING | found | j.organization_id = ? | those that are walked are the caller's
            PreviewBulkCancel.MATCHING | found | j.status = ? | = live: j.status = 'queued'
            PreviewBulkCancel.MATCHING | found | j.expires_at > now() (2) | = found: j.expires_at > now()
            PreviewBulkCancel.MATCHING | found | limit 1 | the key finds one; tells the planner so
            PreviewBulkCancel.MATCHING | found | order by j.seq | which are counted when there are more than twenty thousand; not tried here
            PreviewBulkCancel.MATCHING | found | limit ? | no more than twenty thousand are counted; not tried here
            PreviewBulkCancel.NAMED | main | limit 1 | the key finds one; tells the planner so

            QueuedQuota.COUNT | main | limit ? | ends the counting early: beyond the limit any number is too much
            """;

    private static final String DOUBLE = "= ";
    private static final Pattern NUMBERED = Pattern.compile("(.*) \\((\\d+)\\)");

    private static final Map<Guard, String> REASONS = TABLE.lines()
            .filter(line -> !line.isBlank())
            .map(line -> Arrays.asList(line.split(" \\| ")))
            .collect(
                    Collectors.toMap(Redundant::guard, cells -> cells.get(3), (one, other) -> one, LinkedHashMap::new));

    private Redundant() {}

    static Set<Guard> guards() {
        return REASONS.keySet();
    }

    /** The reason in words. */
    static String reason(Guard guard) {
        String reason = REASONS.get(guard);
        return isDouble(reason) ? "said again in " + reason.substring(DOUBLE.length()) : reason;
    }

    /** The guard and its double, if it has one: something must fail without both. */
    static Set<Guard> together(Guard guard) {
        String reason = REASONS.get(guard);
        if (!isDouble(reason)) {
            return Set.of();
        }
        String[] place = reason.substring(DOUBLE.length()).split(": ", 2);
        return Set.of(guard, guard(guard.statement(), place[0], place[1]));
    }

    private static boolean isDouble(String reason) {
        return reason.startsWith(DOUBLE);
    }

    private static Guard guard(List<String> cells) {
        return guard(cells.get(0), cells.get(1), cells.get(2));
    }

    /** A number in parentheses behind the text says which of several. */
    private static Guard guard(String statement, String table, String text) {
        Matcher matcher = NUMBERED.matcher(text);
        return matcher.matches()
                ? new Guard(statement, table, matcher.group(1), Integer.parseInt(matcher.group(2)))
                : new Guard(statement, table, text, 1);
    }
}
