-- Found before the other side, which is more patient, looks for it.
set local deadlock_timeout = '3s';

select pg_advisory_xact_lock(5001);
select pg_advisory_xact_lock(5002);

create table crossed ();
