-- At most @cap lines are counted: more would not change the answer.
select @index, (select count(*) from (select 1 from attempt_log where subject_key = @value and counts and subject_key is not null and at >= @since limit @cap))
