-- Apart from the columns, whose lock keeps readers out as well: while this is built only writers wait.
-- What must have begun by some time. Jobs without such a limit, and those that began or ended, are not in it.
create index job_start_before on job (start_before)
    where start_before is not null and started_at is null and completed_at is null;
