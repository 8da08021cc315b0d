insert into attempt_subject (subject_key, at, log_id) values (@subject, @at, @log_id)
