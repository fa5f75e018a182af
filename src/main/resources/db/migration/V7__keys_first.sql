-- Rather a start that is refused than a service that waits behind a long reader of the jobs' table: the processes of the
-- version before go on meanwhile, and the next start tries again.
set local lock_timeout = '10s';

-- Of indexes that cost the same, the planner takes the one that was made last, and to the planner of an empty table all
-- that begin with the organization cost the same. Such a plan is kept when the table has filled, and walks all jobs of
-- the organization for each that is looked up. So the keys are made last; where there is more than a few moments' work
-- to do for it, the planner knows the table already.
do $$
begin
    if pg_relation_size('job') < 8 * 1024 * 1024 then
        alter table job
            drop constraint job_pkey,
            add constraint job_pkey primary key (organization_id, id);
    end if;
    if pg_relation_size('job_facts') < 8 * 1024 * 1024 then
        alter table job_facts
            drop constraint job_facts_pkey,
            add constraint job_facts_pkey primary key (organization_id, id);
    end if;
    if pg_relation_size('bulk_cancel_job') < 8 * 1024 * 1024 then
        alter table bulk_cancel
            drop constraint bulk_cancel_pkey,
            add constraint bulk_cancel_pkey primary key (organization_id, id);
        alter table bulk_cancel_job
            drop constraint bulk_cancel_job_pkey,
            add constraint bulk_cancel_job_pkey primary key (organization_id, bulk_id, job_id);
    end if;
end
$$;
