select @index, (select count(*) from delivery where task_id = @task and started_at >= @since)
