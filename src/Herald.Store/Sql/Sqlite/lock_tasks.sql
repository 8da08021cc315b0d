-- The one writer is the lock.
select id from task where id = @task and cancel_reason is not null
