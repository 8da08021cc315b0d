-- The one writer is the lock.
select 1 where @key is null
