-- Organizations and their keys -------------------------------------------------------------------------------------

create table organization (
    id                       text collate "C" primary key,
    name                     text not null,
    created_at               timestamptz not null default now(),
    -- Limits: null stands for the configured one, 0 for none.
    max_running              int check (max_running >= 0),
    max_running_per_endpoint int check (max_running_per_endpoint >= 0),
    max_queued               int check (max_queued >= 0),
    weight                   int not null default 1 check (weight between 1 and 100)
);

create table api_key (
    id              text collate "C" primary key,
    organization_id text collate "C" not null references organization,
    name            text,
    hash            bytea not null unique check (length(hash) = 32),
    hint            text not null,
    created_at      timestamptz not null default now(),
    revoked_at      timestamptz
);

create index api_key_of_organization on api_key (organization_id);

-- Jobs: the narrow row that changes --------------------------------------------------------------------------------

create sequence job_seq;
create sequence job_ready_pos;

create table job (
    -- No foreign key to organization: each create would lock the organization's row, and all of its creates share it.
    organization_id    text collate "C" not null,
    id                 text collate "C" not null,
    seq                bigint not null default nextval('job_seq'),
    endpoint           text collate "C" not null,
    status             text collate "C" not null,
    validated          boolean not null,
    created_at         timestamptz not null,
    expires_at         timestamptz not null,
    started_at         timestamptz,
    completed_at       timestamptz,

    -- Waiting: a job that may be claimed has a ready_pos; one that waits for a time has available_at instead.
    ready_pos          bigint,
    available_at       timestamptz,

    -- Running: claim fences every write of an executor. It rises at each claim and never goes down.
    owner              text collate "C",
    lease_until        timestamptz,
    claim              int not null default 0,
    generation         int not null default 0,
    attempts_left      int not null,
    attempt_count      int not null default 0,
    last_attempt_at    timestamptz,
    last_failure_code  text,

    -- Bodies: written once, kept in table body under (bucket, organization, job, claim); the request has claim 0.
    request_bucket     int not null,
    request_bytes      int not null,
    response_bucket    int,
    response_bytes     int,
    response_status    int,

    error_code         text,
    error_message      text,
    error_details      text,

    -- Cancel and retry: the token lets a repeated call find that it was the one that won.
    cancel_requested_at timestamptz,
    cancel_reason      text,
    cancel_token       text,
    work_started       boolean,
    work_stopped_at    timestamptz,
    retry_token        text,

    primary key (organization_id, id),

    constraint job_status_known check
        (status in ('validating', 'queued', 'in_progress', 'completed', 'failed', 'cancelled', 'expired')),
    constraint job_owned_means_leased check
        ((owner is null) = (lease_until is null)),
    constraint job_in_progress_is_owned check
        (status <> 'in_progress' or owner is not null),
    constraint job_owned_is_live check
        (owner is null or status in ('validating', 'in_progress')),
    constraint job_waiting_is_ready_or_parked check
        ((status in ('validating', 'queued') and owner is null) = (num_nonnulls(ready_pos, available_at) = 1)),
    constraint job_final_has_an_end check
        ((completed_at is not null) = (status in ('completed', 'failed', 'cancelled', 'expired'))),
    constraint job_started_when_it_ran check
        (status not in ('in_progress', 'completed') or started_at is not null),
    constraint job_queued_is_validated check
        (validated or status not in ('queued', 'in_progress', 'completed')),
    constraint job_completed_has_a_response check
        ((status = 'completed') = (response_status is not null)
         and (response_status is null) = (response_bucket is null)
         and (response_status is null) = (response_bytes is null)),
    constraint job_failed_has_an_error check
        ((status = 'failed') = (error_code is not null)
         and (error_code is null) = (error_message is null)),
    constraint job_cancelled_was_asked_for check
        ((status = 'cancelled') = (cancel_requested_at is not null)
         and (work_started is null) = (cancel_requested_at is null)),
    constraint job_counts_are_counts check
        (claim >= 0 and generation >= 0 and attempts_left >= 0 and attempt_count >= 0)
) with (
    fillfactor = 80,
    autovacuum_vacuum_scale_factor = 0.01,
    autovacuum_analyze_scale_factor = 0.02,
    autovacuum_vacuum_cost_delay = 0
);

-- What the claim walks, lane by lane.
create index job_ready on job (organization_id, endpoint, ready_pos) where ready_pos is not null;
-- What waits for its time.
create index job_parked on job (available_at) where available_at is not null;
-- What runs: caps, rescue. The lease itself is not indexed, so that a heartbeat stays a heap-only update.
create index job_running on job (organization_id, endpoint) where owner is not null;
-- The list by status.
create index job_by_status on job (organization_id, status, seq);
-- What must be expired.
create index job_live_until on job (expires_at) where completed_at is null;

-- Jobs: the row that does not change (but for a retry), with what the list filters by ------------------------------

create table job_facts (
    organization_id   text collate "C" not null,
    id                text collate "C" not null,
    seq               bigint not null,
    created_at        timestamptz not null,
    endpoint          text collate "C" not null,
    -- The two below follow the job at a retry, for the deletion of rows and of buckets.
    expires_at        timestamptz not null,
    request_bucket    int not null,
    metadata          text,
    metadata_pairs    jsonb,
    model             text,
    project_id        text,
    workflow_id       text,
    workflow_node_ids  text[],
    workflow_block_ids text[],
    filenames         text[],
    document_types    text[],
    primary key (organization_id, id)
);

create unique index job_facts_in_order on job_facts (organization_id, seq);
create index job_facts_of_project on job_facts (organization_id, project_id, seq) where project_id is not null;
create index job_facts_of_workflow on job_facts (organization_id, workflow_id, seq) where workflow_id is not null;
create index job_facts_until on job_facts (expires_at);
create index job_facts_of_bucket on job_facts (request_bucket);

-- What a reader sees: past its time every job is expired, whether that is already written or not.
create view job_shown as
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
       j.last_failure_code
from job j
join job_facts f on f.organization_id = j.organization_id and f.id = j.id;

-- Bodies: raw bytes in rows of one chunk each, in buckets of a day that are dropped whole --------------------------

create table body (
    bucket          int not null,
    organization_id text collate "C" not null,
    job_id          text collate "C" not null,
    claim           int not null,
    chunk           int not null,
    bytes           bytea not null,
    primary key (bucket, organization_id, job_id, claim, chunk)
) partition by range (bucket);

-- Bodies are mostly base64 or already small: compressing them would cost more than it saves.
alter table body alter column bytes set storage external;

-- The bucket of today; days since 1970 in UTC.
create function body_bucket() returns int language sql stable as $$
    select floor(extract(epoch from now()) / 86400)::int
$$;

-- Makes a day's partition unless it is there. Made apart and attached, so that readers and writers are not locked out.
create procedure ensure_body_bucket(day int) language plpgsql as $$
declare
    partition_name text := 'body_' || day;
begin
    if to_regclass(partition_name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('docket.body.buckets'));
    if to_regclass(partition_name) is not null then
        return;
    end if;
    execute format('create table %I (like body including all, constraint %I check (bucket >= %s and bucket < %s))',
                   partition_name, partition_name || '_day', day, day + 1);
    execute format('alter table body attach partition %I for values from (%s) to (%s)', partition_name, day, day + 1);
    execute format('alter table %I drop constraint %I', partition_name, partition_name || '_day');
end
$$;

call ensure_body_bucket(body_bucket());
call ensure_body_bucket(body_bucket() + 1);
call ensure_body_bucket(body_bucket() + 2);

-- Idempotency keys of creates ---------------------------------------------------------------------------------------

create table idempotency_key (
    organization_id text collate "C" not null,
    key             text collate "C" not null,
    job_id          text collate "C" not null,
    body_hash       bytea not null,
    created_at      timestamptz not null,
    primary key (organization_id, key)
);

create index idempotency_key_age on idempotency_key (created_at);
