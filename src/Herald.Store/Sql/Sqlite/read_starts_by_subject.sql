select @index, at from attempt_log where subject_key = @value and counts and subject_key is not null and at >= @since order by at desc limit @per_key
