update owed_answer set claimed_by = null, try_at = @try_at where id = @id and claimed_by = @owner
