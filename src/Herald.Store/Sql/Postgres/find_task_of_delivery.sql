select task_id from delivery where id = @delivery
