update delivery set state = 4, owner = null, receipt_due_at = null, status = @status, result = @result, reason_code = @reason_code, reason = @reason,
    sip_diagnostics = @diagnostics, declined = @declined, wait_exceeded = @abandoned, call_id = coalesce(@call_id, call_id), sent_at = coalesce(@sent, sent_at),
    connected_at = coalesce(@connected, connected_at), speech_at = coalesce(@speech_at, speech_at), speech_detected = @speech,
    ended_at = @ended, result_at = @ended, reply_due_at = case when conversation_id is null then @reply_due end, modified_at = @now, version = version + 1
where id = @id and ((state = 2 and owner = @owner) or (state = 3 and @owner is null))
returning id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address
