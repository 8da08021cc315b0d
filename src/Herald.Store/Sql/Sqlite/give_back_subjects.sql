delete from attempt_subject where log_id = @id
