package dev.docket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;

/** Returns runs that will not be finished here to the queue, without spending an attempt. */
@Singleton
public class HandBack {
    private static final String HAND_BACK = """
            with held as materialized (
                select j.organization_id, j.id, j.claim
                from unnest($1::text[], $2::text[], $3::int[]) as r(organization_id, id, claim)
                join job j on j.organization_id = r.organization_id and j.id = r.id
                where j.claim = r.claim
                  -- Not "=", which would let the planner take the partial index on owners for smaller than it is.
                  and j.owner is not distinct from $4
                order by j.organization_id, j.id
                for no key update of j
            ),
            back as (
            %s
            )
            select b.organization_id, b.id, b.claim
            from back b
            union all
            -- What waits under its old claim was handed back by a try whose answer was lost.
            select j.organization_id, j.id, j.claim
            from unnest($1::text[], $2::text[], $3::int[]) as r(organization_id, id, claim)
            join job j on j.organization_id = r.organization_id and j.id = r.id
            where j.claim = r.claim
              and j.owner is null
              -- By what it must not be, or the planner may go by the index of the states instead of by the key.
              and j.status not in ('completed', 'failed', 'cancelled', 'expired')
            """.formatted(backToTheQueue("held"));

    /** Rows under the owner's name that it does not know: the answer to their claim was lost on the way. */
    private static final String STRAYS = """
            with stray as materialized (
                select j.organization_id, j.id, j.claim
                from job j
                where j.owner = $4
                  -- Repeated so that the index on running jobs serves it.
                  and j.owner is not null
                  and not exists (
                      select
                      from unnest($1::text[], $2::text[], $3::int[]) as r(organization_id, id, claim)
                      where r.organization_id = j.organization_id
                        and r.id = j.id
                        and r.claim = j.claim)
                order by j.organization_id, j.id
                for no key update of j
            )
            """ + backToTheQueue("stray");

    private final Pool pool;

    HandBack(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** Hands back the runs that have stopped without an outcome; answers with those that are back. */
    public Uni<Set<RunRef>> runs(Collection<RunRef> runs, String owner) {
        // A run that is missing may have been handed back by an earlier try that was still at work: a new look sees it.
        return look(runs, owner)
                .chain(back -> back.size() == runs.size() ? Uni.createFrom().item(back) : look(runs, owner));
    }

    private Uni<Set<RunRef>> look(Collection<RunRef> runs, String owner) {
        return TryAgain.onLoss(() ->
                        pool.preparedQuery(HAND_BACK).execute(RunArrays.of(runs).addString(owner)))
                .map(RunArrays::read);
    }

    /** Hands back what is under the owner's name but not among the runs it knows. No claim may be in flight. */
    public Uni<Set<RunRef>> strays(Collection<RunRef> known, String owner) {
        return TryAgain.onLoss(() ->
                        pool.preparedQuery(STRAYS).execute(RunArrays.of(known).addString(owner)))
                .map(RunArrays::read);
    }

    private static String backToTheQueue(String source) {
        return """
            update job j
            set status = case when j.validated then 'queued' else 'validating' end,
                owner = null,
                lease_until = null,
                ready_pos = nextval('job_ready_pos'),
                attempts_left = j.attempts_left + 1,
                attempt_count = j.attempt_count - case when j.status = 'in_progress' then 1 else 0 end
            from %s h
            where j.organization_id = h.organization_id
              and j.id = h.id
              and j.claim = h.claim
              and j.owner is not distinct from $4
            returning j.organization_id, j.id, j.claim
            """.formatted(source);
    }
}
