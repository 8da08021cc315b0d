select @index, at from attempt_log where contact_key = @value and counts and at >= @since order by at desc limit @per_key
