update attempt_log set counts = 0 where id = @id
