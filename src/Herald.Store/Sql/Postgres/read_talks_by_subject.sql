-- 1 live answer, 7 call ended: a person was on the line.
select k.index, talks.at
from unnest(@index, @value) as k (index, value)
cross join lateral (
    select max(d.ended_at) as at
    from attempt_subject s join attempt_log l on l.id = s.log_id join delivery d on d.id = l.delivery_id
    where s.subject_key = k.value and s.at >= @since and d.result in (1, 7)
) as talks
where talks.at is not null
