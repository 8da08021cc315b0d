select id from task where id < @end and status > 1 and ended_at < @before order by id limit @max
