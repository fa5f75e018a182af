-- Rather a start that is refused than a service that waits behind a long reader of the facts' table: the processes of
-- the version before go on meanwhile, and the next start tries again.
set local lock_timeout = '10s';

-- What the runs of a job are linked to, if the call that created it was traced. Beside the facts, whose row is not
-- written again at each transition. Nullable and without a default, so that nothing is rewritten and the version before
-- goes on inserting.
alter table job_facts
    add column traceparent text;
