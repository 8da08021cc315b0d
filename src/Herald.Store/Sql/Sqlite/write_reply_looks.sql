-- Null: nobody replied in time.
update delivery set reply_due_at = @due,
    reason_code = case when @due is null and (reason_code is null or reason_code = 'accepted') then 'no_reply' else reason_code end,
    reason = case when @due is null and (reason_code is null or reason_code = 'accepted') then @reason else reason end,
    modified_at = @now, version = version + 1
where id = @delivery and reply_due_at is not null and conversation_id is null
