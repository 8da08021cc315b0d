select k.index, starts.at
from unnest(@index, @value) as k (index, value)
cross join lateral (select at from attempt_log where number = k.value and counts and at >= @since order by at desc limit @per_key) as starts
