select k.index, starts.at
from unnest(@index, @value) as k (index, value)
cross join lateral (select at from attempt_subject where subject_key = k.value and at >= @since order by at desc limit @per_key) as starts
