-- Of a person's number, whichever engagement called it. 1 live answer, 2 and 3 answering machine.
select k.index, happened.abandoned, happened.machine
from unnest(@index, @value) as k (index, value)
cross join lateral (
    select max(d.ended_at) filter (where d.result = 1 and d.wait_exceeded) as abandoned, max(d.ended_at) filter (where d.result in (2, 3)) as machine
    from attempt_log l join delivery d on d.id = l.delivery_id
    where l.number = k.value and l.counts and l.at >= @since
) as happened
where happened.abandoned is not null or happened.machine is not null
