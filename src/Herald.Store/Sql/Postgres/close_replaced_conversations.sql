-- Closed by the system (192350010), unless the engagement lets the new one wait.
update conversation set state = 1, status = 4, statuschangereason = 192350010, closedon = @at, statusupdatedon = @at, conversation_modifiedon = @at, modified_at = @at, version = version + 1
where lower(number) = lower(@number) and state = 0
    and coalesce((select close_existing_conversations from engagement where id = @engagement), true)
