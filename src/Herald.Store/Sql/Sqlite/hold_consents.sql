-- The one writer is the lock.
select 1
