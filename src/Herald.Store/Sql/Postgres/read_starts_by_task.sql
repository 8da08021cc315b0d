select k.index, starts.at
from unnest(@index, @value) as k (index, value)
cross join lateral (select started_at as at from delivery where task_id = k.value and started_at >= @since order by started_at desc limit @per_key) as starts
