update attempt_log set counts = false where id = any(@id)
