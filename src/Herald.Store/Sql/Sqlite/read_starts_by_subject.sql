select @index, at from attempt_subject where subject_key = @value and at >= @since order by at desc limit @per_key
