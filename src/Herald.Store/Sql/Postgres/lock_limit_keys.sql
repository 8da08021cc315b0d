-- The caller sorted them: two processes that want the same keys take them in the same order.
select count(pg_advisory_xact_lock(key)) from unnest(@key) as key
