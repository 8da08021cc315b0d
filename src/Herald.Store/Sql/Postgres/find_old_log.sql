select id, at < @before from attempt_log where id > @chain::bigint << 40 and id < (@chain + 1)::bigint << 40 order by id limit @max
