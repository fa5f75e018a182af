-- Rather a start that is refused than a service that waits behind a long reader of the jobs' table.
set local lock_timeout = '10s';

-- Bulk cancels: what was asked for, and how far the work has come --------------------------------------------------

create sequence bulk_cancel_seq;

create table bulk_cancel (
    organization_id text collate "C" not null,
    id              text collate "C" not null,
    seq             bigint not null default nextval('bulk_cancel_seq'),
    created_at      timestamptz not null,
    completed_at    timestamptz,

    -- Written once: jobs by their ids, each once and in order, or by a filter.
    reason          text,
    only_if_queued  boolean not null,
    ids             text[] collate "C",
    filter          text,
    filter_sent     text,
    idempotency_key text collate "C",
    body_hash       bytea,

    -- The place that the work has come to, and where it ends: among the ids, or in the order of creation. What is
    -- created later lies behind the end.
    position        bigint not null default 0,
    upto            bigint not null,
    -- Nobody has worked on it lately: to be taken up by anybody.
    due_at          timestamptz not null,
    -- The last batch: what makes its tries know each other, and how many outcomes there were before it.
    batch_token     text collate "C",
    batch_from      int not null default 0,

    -- Found, but in another writer's hands when looked at.
    pending          int not null default 0,
    cancelled        int not null default 0,
    already_finished int not null default 0,
    not_queued       int not null default 0,
    status_changed   int not null default 0,
    not_found        int not null default 0,
    error            int not null default 0,

    primary key (organization_id, id),

    constraint bulk_cancel_names_or_describes_jobs check
        (num_nonnulls(ids, filter) = 1 and (filter is null) = (filter_sent is null)),
    constraint bulk_cancel_key_has_a_body check
        ((idempotency_key is null) = (body_hash is null)),
    constraint bulk_cancel_stays_within_its_end check
        (position between 0 and upto),
    constraint bulk_cancel_completed_has_nothing_left check
        (completed_at is null or position = upto and pending = 0),
    constraint bulk_cancel_counts_are_counts check
        (least(pending, cancelled, already_finished, not_queued, status_changed, not_found, error, batch_from) >= 0)
);

-- Random names do not shrink; a change of the place must not write them again, and does not while they lie outside.
alter table bulk_cancel alter column ids set storage external;

create unique index bulk_cancel_in_order on bulk_cancel (organization_id, seq);
create unique index bulk_cancel_keyed on bulk_cancel (organization_id, idempotency_key)
    where idempotency_key is not null;
create index bulk_cancel_running on bulk_cancel (organization_id) where completed_at is null;
create index bulk_cancel_due on bulk_cancel (due_at) where completed_at is null;
create index bulk_cancel_age on bulk_cancel (created_at);

-- What became of each job.
create table bulk_cancel_job (
    organization_id text collate "C" not null,
    bulk_id         text collate "C" not null,
    job_id          text collate "C" not null,
    outcome         text collate "C" not null,
    -- The job's status at that moment.
    status          text collate "C",
    work_started    boolean,
    -- The order of the decisions, from 1: pages go by it, so that none is missed while more are added.
    n               int,
    tries           int not null default 0,

    primary key (organization_id, bulk_id, job_id),

    constraint bulk_cancel_job_outcome_known check
        (outcome in ('pending', 'cancelled', 'already_finished', 'not_queued', 'status_changed', 'not_found', 'error')),
    constraint bulk_cancel_job_decided_has_a_place check
        ((outcome = 'pending') = (n is null)),
    constraint bulk_cancel_job_seen_has_a_status check
        ((outcome in ('pending', 'not_found', 'error')) = (status is null)),
    constraint bulk_cancel_job_cancelled_knows_of_work check
        ((outcome = 'cancelled') = (work_started is not null))
);

create unique index bulk_cancel_job_in_order on bulk_cancel_job (organization_id, bulk_id, n) where n is not null;
-- The rare ones; those that were cancelled are found in the order above.
create index bulk_cancel_job_otherwise on bulk_cancel_job (organization_id, bulk_id, outcome, n)
    where outcome <> 'cancelled';

-- Jobs: when a retry took them back to the queue. A bulk cancel that is older leaves them alone.
alter table job add column retried_at timestamptz;

create or replace view job_shown as
select j.organization_id,
       j.id,
       j.seq,
       case when j.expires_at <= now() then 'expired' else j.status end as status,
       j.endpoint,
       j.created_at,
       j.started_at,
       j.completed_at,
       j.expires_at,
       f.metadata,
       j.error_code,
       j.error_message,
       j.error_details,
       j.request_bucket,
       j.request_bytes,
       j.response_bucket,
       j.response_bytes,
       j.response_status,
       j.claim,
       j.cancel_requested_at,
       j.cancel_reason,
       j.work_started,
       j.work_stopped_at,
       j.attempt_count,
       j.last_attempt_at,
       j.last_failure_code,
       j.execution_seconds,
       j.queue_seconds,
       -- The token of a bulk cancel is its id behind a prefix; those of other cancels start otherwise.
       case when starts_with(j.cancel_token, 'bulk:') then substr(j.cancel_token, 6) end as cancel_bulk_id
from job j
join job_facts f on f.organization_id = j.organization_id and f.id = j.id;
