select id, at < @before from attempt_log where id > @chain << 40 and id < (@chain + 1) << 40 order by id limit @max
