select @index, started_at from delivery where task_id = @value and started_at >= @since order by started_at desc limit @per_key
