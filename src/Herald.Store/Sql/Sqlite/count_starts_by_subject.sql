-- At most @cap rows are counted: more would not change the answer.
select @index, (select count(*) from (select 1 from attempt_subject where subject_key = @value and at >= @since limit @cap))
