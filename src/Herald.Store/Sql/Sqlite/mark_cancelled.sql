update task set cancel_reason = @reason
where id = @task and status = 0 and cancel_reason is null and exists (select 1 from delivery where task_id = @task)
