select k.index, d.ended_at, d.disposition_codes
from unnest(@index, @value) as k (index, value)
join attempt_subject s on s.subject_key = k.value and s.at >= @since
join attempt_log l on l.id = s.log_id
join delivery d on d.id = l.delivery_id
where d.disposition_codes is not null and d.ended_at is not null
