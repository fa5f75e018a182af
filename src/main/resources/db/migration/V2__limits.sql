-- Rather a start that is refused than a service that waits behind a long reader of the table: the processes of the
-- version before go on meanwhile, and the next start tries again.
set local lock_timeout = '10s';

-- Time limits: what the creator of a job asked for, null for what is configured. Nullable and without a default, so
-- that nothing is rewritten and the version before goes on inserting.
alter table job
    add column execution_seconds float8,
    add column queue_seconds     float8,
    -- By when the work must have begun; from creation or retry, and only until its first start. A retry by the version
    -- before does not renew it.
    add column start_before      timestamptz,
    -- Not looked for in the rows that are there: none of them has a limit.
    add constraint job_limits_are_positive check (execution_seconds > 0 and queue_seconds > 0) not valid;

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
       j.queue_seconds
from job j
join job_facts f on f.organization_id = j.organization_id and f.id = j.id;
