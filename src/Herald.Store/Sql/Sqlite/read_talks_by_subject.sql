-- 1 live answer, 7 call ended: a person was on the line.
select @index, at from (
    select max(d.ended_at) as at from attempt_log l join delivery d on d.id = l.delivery_id
    where l.subject_key = @value and l.counts and l.subject_key is not null and l.at >= @since and d.result in (1, 7)
) where at is not null
