insert into attempt_subject (subject_key, at, log_id) select * from unnest(@subject, @at, @log_id)
