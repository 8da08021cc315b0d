-- At most @cap lines are counted: more would not change the answer.
select @index, (select count(*) from (select 1 from attempt_log where number = @value and counts and at >= @since limit @cap))
