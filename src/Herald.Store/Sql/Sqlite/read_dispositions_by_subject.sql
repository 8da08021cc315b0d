select @index, d.ended_at, d.disposition_codes
from attempt_subject s join attempt_log l on l.id = s.log_id join delivery d on d.id = l.delivery_id
where s.subject_key = @value and s.at >= @since and d.disposition_codes is not null and d.ended_at is not null
