select id, task_id from delivery where engagement_id = @engagement and state < 2 limit @max
