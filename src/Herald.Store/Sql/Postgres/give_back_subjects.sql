delete from attempt_subject where log_id = any(@id)
