-- Rather a start that is refused than a service that waits behind a long reader of the jobs' table: the processes of the
-- version before go on meanwhile, and the next start tries again.
set local lock_timeout = '10s';

-- The list by state, without what runs: that is few and has an index of its own, and each claim writes an entry less.
-- Made before the other is dropped: until then readers need not wait.
create index job_at_rest on job (organization_id, status, seq)
    where status <> 'in_progress';
drop index job_by_status;
