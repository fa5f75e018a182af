-- Rather a start that is refused than a service that waits behind a long reader of the jobs' table: the processes of the
-- version before go on meanwhile, and the next start tries again.
set local lock_timeout = '10s';

-- The request with its documents in place of their URLs, kept in table body under the claim of the run that fetched
-- them; null for a request that is run as it was sent. Nullable and without a default, so that nothing is rewritten and
-- the version before goes on inserting.
alter table job
    add column resolved_bucket int,
    add column resolved_bytes  int,
    add column resolved_claim  int,
    -- Not looked for in the rows that are there: none of them has one.
    add constraint job_resolved_request_is_whole check
        (num_nonnulls(resolved_bucket, resolved_bytes, resolved_claim) in (0, 3)) not valid;
