package dev.docket.guard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

            ClaimJobs.CLAIM | picked | limit a.lane_cap | ends the counting early: a lane that is over its cap has no room either
            ClaimJobs.CLAIM | picked | limit a.organization_cap | ends the counting early: an organization that is over its cap has no room either
            ClaimJobs.CLAIM | main | j.ready_pos is not null | = picked: r.ready_pos >= a.from_pos

            DeleteJobs.DELETE | due | f.expires_at < clock_timestamp() - make_interval(secs => ?) | = gone: j.expires_at < clock_timestamp() - make_interval(secs => ?)
            DeleteJobs.DELETE | gone | order by j.organization_id, j.id | rows that others hold are passed over, so no order deadlocks
            DeleteJobs.DELETE | main | j.completed_at is not null | = gone: j.completed_at is not null
            DeleteJobs.FORGET_KEYS | outdated | k.created_at < clock_timestamp() - make_interval(secs => ?) | = main: k.created_at < clock_timestamp() - make_interval(secs => ?)
            DeleteJobs.FORGET_KEYS | main | k.created_at < clock_timestamp() - make_interval(secs => ?) | = outdated: k.created_at < clock_timestamp() - make_interval(secs => ?)

            ExpireJobs.EXPIRE | due | j.completed_at is null | = main: j.status in ('validating', 'queued', 'in_progress')
            ExpireJobs.EXPIRE | due | j.expires_at <= clock_timestamp() | = main: j.expires_at <= clock_timestamp()
            ExpireJobs.EXPIRE | main | j.status in ('validating', 'queued', 'in_progress') | = due: j.completed_at is null
            ExpireJobs.EXPIRE | main | j.expires_at <= clock_timestamp() | = due: j.expires_at <= clock_timestamp()

            FailUnstarted.FAIL | due | j.start_before <= clock_timestamp() | = main: j.start_before <= clock_timestamp()
            FailUnstarted.FAIL | due | j.started_at is null | = main: j.started_at is null
            FailUnstarted.FAIL | due | j.completed_at is null | = main: j.status in ('validating', 'queued')
            FailUnstarted.FAIL | due | j.owner is null | = main: j.owner is null
            FailUnstarted.FAIL | main | j.status in ('validating', 'queued') | = due: j.completed_at is null
            FailUnstarted.FAIL | main | j.owner is null | = due: j.owner is null
            FailUnstarted.FAIL | main | j.started_at is null | = due: j.started_at is null
            FailUnstarted.FAIL | main | j.start_before <= clock_timestamp() | = due: j.start_before <= clock_timestamp()

            FindJobs.PAGE | main | j.organization_id = ? | follows from the join; repeated for the index by status

            HandBack.HAND_BACK | held | j.owner = ? | = back: j.owner = ?
            HandBack.HAND_BACK | back | j.claim = h.claim | it is the claim of the row that was locked above
            HandBack.HAND_BACK | back | j.owner = ? | = held: j.owner = ?
            HandBack.STRAYS | stray | j.owner = ? | = main: j.owner = ?
            HandBack.STRAYS | stray | j.owner is not null | follows from the owner; repeated for the index of what runs
            HandBack.STRAYS | main | j.claim = h.claim | it is the claim of the row that was locked above
            HandBack.STRAYS | main | j.owner = ? | = stray: j.owner = ?

            Heartbeat.BEAT | main | j.claim = h.claim | it is the claim of the row that was locked above
            Heartbeat.BEAT | main | j.owner = ? | = held: j.owner = ?

            PromoteParked.PROMOTE | due | j.available_at <= clock_timestamp() | = main: j.available_at <= clock_timestamp()
            PromoteParked.PROMOTE | main | j.available_at <= clock_timestamp() | = due: j.available_at <= clock_timestamp()

            QueueGauges.READ | main | j.completed_at is null | follows from its place in a lane; repeated for the index on the expiry

            RescueRuns.RESCUE | lapsed | j.owner is not null | follows from the lease, which a CHECK ties to the owner; for the index of what runs
            RescueRuns.RESCUE | lapsed | j.lease_until < clock_timestamp() | = main: j.lease_until < clock_timestamp()
            RescueRuns.RESCUE | main | j.claim = l.claim | it is the claim of the row that was locked above
            RescueRuns.RESCUE | main | j.owner is not null | follows from the lease, which a CHECK ties to the owner
            RescueRuns.RESCUE | main | j.lease_until < clock_timestamp() | = lapsed: j.lease_until < clock_timestamp()

            RetryJob.RETRY | request | cur.request_bucket <> won.request_bucket | a copy onto itself gives way to itself; spares the reading of the body

            SettleRuns.SETTLE | held | j.claim = t.claim | = won: j.claim = h.claim
            SettleRuns.SETTLE | won | h.verdict = 'again' | no other verdict has a delay, and without one there is no time
            SettleRuns.SETTLE | won | j.claim = h.claim | = held: j.claim = t.claim
            SettleRuns.SETTLE | won | j.owner is not null | = held: j.owner is not null

            QueuedQuota.COUNT | main | limit ? | ends the counting early: beyond the limit any number is too much
            """;

    private static final String DOUBLE = "= ";

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
        return Set.of(guard, new Guard(guard.statement(), place[0], place[1], 1));
    }

    private static boolean isDouble(String reason) {
        return reason.startsWith(DOUBLE);
    }

    private static Guard guard(List<String> cells) {
        return new Guard(cells.get(0), cells.get(1), cells.get(2), 1);
    }
}
