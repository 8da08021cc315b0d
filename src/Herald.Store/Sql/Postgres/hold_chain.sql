-- Says to other processes that this one lives, as long as the connection does.
select 1 from (select pg_advisory_lock(4711, @chain::integer)) as held
